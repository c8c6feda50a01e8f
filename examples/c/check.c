/* The smallest complete program in C: checks a text given as its argument, or a sentence of its
 * own, and prints what there is to say.
 *
 *   cc check.c $(pkg-config --cflags --libs deskside) -o check && ./check
 */
#include <deskside/deskside.h>
#include <stdio.h>
#include <string.h>

static int fail(deskside_error *error) {
  fprintf(stderr, "check: %s\n", deskside_error_message(error));
  deskside_error_free(error);
  return 2;
}

int main(int count, char **values) {
  const char *text = count > 1 ? values[1] : "As I already said, the licence is per device.";
  deskside_error *error = NULL;
  deskside_options *options = NULL;
  deskside_engine *engine = NULL;
  deskside_mail *mail = NULL;
  deskside_report *report = NULL;
  size_t at;
  int stop = 0;

  if (deskside_options_new(&options, &error) != DESKSIDE_OK ||
      deskside_engine_new(options, &engine, &error) != DESKSIDE_OK ||
      deskside_mail_new(&mail, &error) != DESKSIDE_OK ||
      deskside_mail_set(mail, "text", text, strlen(text), &error) != DESKSIDE_OK ||
      deskside_check(engine, mail, &report, &error) != DESKSIDE_OK) {
    stop = fail(error);
  } else {
    for (at = 0; at < deskside_report_count(report); ++at) {
      const deskside_finding *finding = deskside_report_at(report, at);
      printf("%s: %s\n", deskside_rule_id(deskside_finding_rule(finding)),
             deskside_finding_message(finding));
    }
    stop = deskside_report_verdict(report) >= DESKSIDE_CONFIRM;
  }
  deskside_report_free(report);
  deskside_mail_free(mail);
  deskside_engine_free(engine);
  deskside_options_free(options);
  return stop;
}
