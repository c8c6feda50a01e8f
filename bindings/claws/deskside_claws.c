/* Claws Mail plugin: looks a mail over before it is sent.
 *
 * It stands on deskside.h alone and shows what embedding the library takes: an engine made once, a
 * mail set part by part, and a report read. Whatever goes wrong here, the mail goes: the check runs
 * in a child process with a limit of 5 seconds, so that not even a crash reaches Claws Mail.
 *
 * SPDX-License-Identifier: MIT OR GPL-3.0-or-later
 */
#include <deskside/deskside.h>
#include <errno.h>
#include <glib.h>
#include <gtk/gtk.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "version.h"
/* version.h first: the others lean on it. */
#include "alertpanel.h"
#include "claws.h"
#include "compose.h"
#include "hooks.h"
#include "log.h"
#include "plugin.h"
#include "prefs_account.h"
#include "prefs_common.h"
#include "procmsg.h"

#define SHOWN 3       /* findings at first; the rest is a count */
#define LIMIT_MS 5000 /* for a check */

/* Where compose.c keeps the name of an attachment in its list; its enum is not in a header. */
#define NAME_COLUMN 2

static gulong hook = HOOK_NONE;
static deskside_engine *engine = NULL;

static gboolean set_part(deskside_mail *mail, const char *part, const char *text) {
  return !text || !*text || deskside_mail_set(mail, part, text, strlen(text), NULL) == DESKSIDE_OK;
}

/* The window writes the names of headers in the language of Claws Mail. */
static gboolean names_recipients(const gchar *header) {
  return g_ascii_strcasecmp(header, "To:") == 0 ||
         strcmp(header, prefs_common_translated_header_name("To:")) == 0;
}

static void add_recipients(deskside_mail *mail, const Compose *compose) {
  GString *all = g_string_new(NULL);
  const GSList *row;
  for (row = compose->header_list; row; row = row->next) {
    const ComposeHeaderEntry *entry = row->data;
    const gchar *address = gtk_entry_get_text(GTK_ENTRY(entry->entry));
    gchar *header =
        gtk_editable_get_chars(GTK_EDITABLE(gtk_bin_get_child(GTK_BIN(entry->combo))), 0, -1);
    if (*address && names_recipients(header))
      g_string_append_printf(all, "%s%s", all->len ? ", " : "", address);
    g_free(header);
  }
  set_part(mail, "to", all->str);
  g_string_free(all, TRUE);
}

static void add_attachments(deskside_mail *mail, const Compose *compose) {
  GtkTreeModel *model = gtk_tree_view_get_model(GTK_TREE_VIEW(compose->attach_clist));
  GtkTreeIter at;
  gboolean more = gtk_tree_model_get_iter_first(model, &at);
  if (gtk_tree_model_get_column_type(model, NAME_COLUMN) != G_TYPE_STRING) return;
  for (; more; more = gtk_tree_model_iter_next(model, &at)) {
    gchar *name = NULL;
    gtk_tree_model_get(model, &at, NAME_COLUMN, &name, -1);
    if (name) deskside_mail_add(mail, "attachment", name, strlen(name), NULL);
    g_free(name);
  }
}

static void add_incoming(deskside_mail *mail, const Compose *compose) {
  gchar *file = compose->replyinfo ? procmsg_get_message_file_path(compose->replyinfo) : NULL;
  gchar *bytes = NULL;
  gsize size = 0;
  if (file && g_file_get_contents(file, &bytes, &size, NULL))
    deskside_mail_set(mail, "incoming", bytes, size, NULL);
  g_free(bytes);
  g_free(file);
}

/* The mail as it stands in the window; NULL where it cannot be read. */
static deskside_mail *mail_of(Compose *compose) {
  GtkTextBuffer *buffer = gtk_text_view_get_buffer(GTK_TEXT_VIEW(compose->text));
  GtkTextIter begin, end;
  deskside_mail *mail = NULL;
  gchar *text;

  gtk_text_buffer_get_bounds(buffer, &begin, &end);
  text = gtk_text_buffer_get_text(buffer, &begin, &end, FALSE);
  if (deskside_mail_new(&mail, NULL) == DESKSIDE_OK && !set_part(mail, "text", text)) {
    deskside_mail_free(mail);
    mail = NULL;
  }
  g_free(text);
  if (!mail) return NULL;
  set_part(mail, "subject", gtk_entry_get_text(GTK_ENTRY(compose->subject_entry)));
  if (compose->account) set_part(mail, "from", compose->account->address);
  add_recipients(mail, compose);
  add_attachments(mail, compose);
  add_incoming(mail, compose);
  return mail;
}

/* What to write instead: the rewrite, where there is one, else what the rule advises. */
static const char *instead(const deskside_finding *finding, const deskside_rule *rule) {
  const char *replacement;
  if (!deskside_finding_fix_count(finding)) return deskside_rule_instead(rule);
  replacement = deskside_fix_replacement(deskside_finding_fix_at(finding, 0));
  return *replacement ? replacement : "leave it out";
}

static gchar *describe(const deskside_report *report) {
  GString *text = g_string_new(NULL);
  size_t shown = 0, speaking = 0, at;
  for (at = 0; at < deskside_report_count(report); ++at)
    speaking += deskside_finding_level(deskside_report_at(report, at)) > DESKSIDE_COACH;
  for (; shown < SHOWN; ++shown) {
    const size_t index = deskside_report_first(report, shown);
    const deskside_finding *finding = deskside_report_at(report, index);
    const deskside_rule *rule = deskside_finding_rule(finding);
    if (!finding) break;
    g_string_append_printf(text, "%s\n%s\nInstead: %s\n\n", deskside_rule_name(rule),
                           deskside_finding_message(finding), instead(finding, rule));
  }
  if (speaking > shown)
    g_string_append_printf(text, "%u smaller remark%s\n", (unsigned)(speaking - shown),
                           speaking - shown == 1 ? "" : "s");
  return g_string_free(text, FALSE);
}

/* In the child: what there is to say about the mail, to `output`; nothing where it may go. */
static void tell(const deskside_mail *mail, int output) {
  deskside_report *report = NULL;
  gboolean told = deskside_check(engine, mail, &report, NULL) == DESKSIDE_OK;
  if (told && deskside_report_verdict(report) >= DESKSIDE_CONFIRM) {
    const gchar *text = describe(report);
    const size_t size = strlen(text);
    told = write(output, text, size) == (ssize_t)size;
  }
  _exit(told ? 0 : 1);
}

/* Everything that comes from `input` before time is up. */
static gboolean read_all(int input, GString *text) {
  const gint64 end = g_get_monotonic_time() + LIMIT_MS * 1000;
  for (;;) {
    struct pollfd ready = {input, POLLIN, 0};
    const gint64 left = (end - g_get_monotonic_time()) / 1000;
    gchar block[4096];
    ssize_t size;
    if (left <= 0) return FALSE;
    size = poll(&ready, 1, (int)left);
    if (size > 0) size = read(input, block, sizeof block);
    else if (size == 0) return FALSE;
    if (size < 0 && errno == EINTR) continue;
    if (size < 0) return FALSE;
    if (size == 0) return TRUE;
    g_string_append_len(text, block, size);
  }
}

/* What there is to say, "" for a mail that may go; NULL where it could not be looked over. */
static gchar *look_over(const deskside_mail *mail) {
  GString *text;
  int ends[2], status = 1;
  gboolean whole;
  pid_t child;

  if (pipe(ends) != 0) return NULL;
  child = fork();
  if (child == 0) tell(mail, ends[1]);
  close(ends[1]);
  text = g_string_new(NULL);
  whole = child > 0 && read_all(ends[0], text);
  close(ends[0]);
  if (child > 0) {
    if (!whole) kill(child, SIGKILL);
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
  }
  return g_string_free(text, !(whole && status == 0));
}

/* TRUE keeps the mail in its window. */
static gboolean before_send(gpointer source, gpointer data) {
  Compose *compose = source;
  deskside_mail *mail;
  gchar *text;
  gboolean keep = FALSE;
  (void)data;
  if (compose->batch) return FALSE; /* it was looked over when it was queued */
  mail = mail_of(compose);
  text = mail ? look_over(mail) : NULL;
  deskside_mail_free(mail);
  if (!text)
    log_warning(LOG_PROTOCOL, "Deskside could not look at this mail, so it goes unchecked.\n");
  else if (*text)
    keep = alertpanel_full("Worth another look before sending", text, NULL, "_Edit", NULL,
                           "_Send anyway", NULL, NULL, ALERTFOCUS_FIRST, FALSE, NULL,
                           ALERT_WARNING) != G_ALERTALTERNATE;
  g_free(text);
  return keep;
}

/* The person's own deskside.toml and words, where they are. */
static void add_own(deskside_options *options) {
  gchar *config = g_build_filename(g_get_user_config_dir(), "deskside", "deskside.toml", NULL);
  gchar *words = g_build_filename(g_get_user_config_dir(), "deskside", "words.txt", NULL);
  gchar *bytes = NULL;
  gsize size = 0;
  deskside_error *error = NULL;
  if (g_file_get_contents(config, &bytes, &size, NULL) &&
      deskside_options_add_config(options, config, bytes, size, 1, &error) != DESKSIDE_OK) {
    g_warning("%s", deskside_error_message(error));
    deskside_error_free(error);
  }
  g_clear_pointer(&bytes, g_free);
  if (g_file_get_contents(words, &bytes, &size, NULL))
    deskside_options_add_words(options, bytes, size, NULL);
  g_free(bytes);
  g_free(words);
  g_free(config);
}

gint plugin_init(gchar **error) {
  deskside_options *options = NULL;
  deskside_error *why = NULL;
  if (!check_plugin_version(MAKE_NUMERIC_VERSION(4, 0, 0, 0), VERSION_NUMERIC, "Deskside", error))
    return -1;
  if (deskside_options_new(&options, &why) == DESKSIDE_OK) {
    add_own(options);
    deskside_engine_new(options, &engine, &why);
  }
  deskside_options_free(options);
  if (!engine) {
    *error = g_strdup(deskside_error_message(why));
    deskside_error_free(why);
    return -1;
  }
  hook = hooks_register_hook(COMPOSE_CHECK_BEFORE_SEND_HOOKLIST, before_send, NULL);
  if (hook == HOOK_NONE) {
    *error = g_strdup("Claws Mail refused the hook before sending");
    return -1;
  }
  return 0;
}

gboolean plugin_done(void) {
  hooks_unregister_hook(COMPOSE_CHECK_BEFORE_SEND_HOOKLIST, hook);
  deskside_engine_free(engine);
  engine = NULL;
  return TRUE;
}

const gchar *plugin_name(void) { return "Deskside"; }

const gchar *plugin_desc(void) {
  return "Looks a support mail over before it is sent: spelling, and the manners a spell checker "
         "cannot see. Nothing leaves this machine.";
}

const gchar *plugin_type(void) { return "GTK3"; }

/* Claws Mail loads only what may be linked with GPL-3 or later; MIT may. */
const gchar *plugin_licence(void) { return "GPL3+"; }

const gchar *plugin_version(void) { return deskside_version(); }

struct PluginFeature *plugin_provides(void) {
  static struct PluginFeature features[] = {{PLUGIN_OTHER, "Deskside"}, {PLUGIN_NOTHING, NULL}};
  return features;
}
