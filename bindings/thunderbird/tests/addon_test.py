"""Drives the real Thunderbird: addon_test.py XPI [SCREENSHOTS [TEST…]]

One Thunderbird does all of it, with a restart in the middle; what arrives at an SMTP server on
loopback is what counts."""

import json
import pathlib
import sys
import time
import unittest

from options import Options
from scenario import (BETTER, CLEAN, CONTRASTS, FLAWED, HOUSE_RULE, REPROACH, RULE, SECRET, Scenario)
from sink import Sink
from thunderbird import ADDON, Display, Thunderbird, policy

XPI = pathlib.Path(sys.argv[1]).resolve()


class Addon(Options, Scenario):
    xpi = XPI
    shots = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 and sys.argv[2] else None

    # --- sending ------------------------------------------------------------------------------------

    def test_a_clean_mail_goes_without_a_word(self):
        compose = self.thunderbird.write(CLEAN)
        self.thunderbird.press_send(compose)
        _, text = self.arrives()
        self.assertIn("The new driver is ready.", text)
        self.assertEqual(self.thunderbird.panel_count(), 0)

    def test_a_flawed_mail_is_held_and_goes_when_it_is_fixed(self):
        compose = self.thunderbird.write(FLAWED)
        panel = self.held(compose)
        self.assertIn(RULE, panel["first"])
        self.assertLessEqual(len(panel["first"]), 3)
        self.assertEqual(panel["focus"], "back")
        self.assertFalse(self.thunderbird.is_locked(compose))
        self.shot("held")
        self.thunderbird.click(f'#first [data-rule="{RULE}"] button.fix')
        self.thunderbird.run("""await until("the fix", () => inPage(panels().at(-1),
            "return document.querySelectorAll('#first > li.confirm').length === 0"));""")
        self.assertIn(BETTER, self.thunderbird.body(compose))
        self.shot("fixed")
        self.thunderbird.run(self.thunderbird.window(compose) + 'win.goDoCommand("cmd_undo");')
        self.assertIn(REPROACH, self.thunderbird.body(compose))
        self.thunderbird.run(self.thunderbird.window(compose) + 'win.goDoCommand("cmd_redo");')
        self.thunderbird.click("#back")
        self.thunderbird.no_panel()
        self.thunderbird.press_send(compose)
        _, text = self.arrives()
        self.assertIn(BETTER, text)
        self.assertNotIn("You failed", text)

    def test_what_is_sent_anyway_is_not_asked_again_that_day(self):
        for times in range(2):
            compose = self.thunderbird.write(FLAWED)
            if times == 0:
                self.held(compose)
                self.thunderbird.click("#anyway")
                self.thunderbird.no_panel()
            else:
                self.thunderbird.press_send(compose)
            _, text = self.arrives()
            self.assertIn(REPROACH, text)

    def test_safe_fixes_are_applied_on_the_way(self):
        compose = self.thunderbird.write(FLAWED.replace("the tag", "the the tag"))
        self.held(compose)
        self.thunderbird.click("#fixed")
        _, text = self.arrives()
        self.assertIn(REPROACH, text)

    def test_a_secret_wants_a_reason(self):
        compose = self.thunderbird.write(SECRET)
        panel = self.held(compose)
        self.assertTrue(panel["reason"])
        self.assertFalse(panel["anyway"])
        self.thunderbird.fill("#reason", "It is an example key")
        self.thunderbird.click("#anyway")
        self.arrives()

    def test_plain_text_is_held_fixed_and_sent(self):
        compose = self.thunderbird.write(FLAWED, plain=True)
        self.assertIn(RULE, self.held(compose)["first"])
        self.thunderbird.click(f'#first [data-rule="{RULE}"] button.fix')
        time.sleep(0.5)
        self.thunderbird.click("#anyway")
        message, text = self.arrives()
        self.assertEqual(message.get_content_type(), "text/plain")
        self.assertIn(BETTER, text)

    # --- whose words --------------------------------------------------------------------------------

    def test_what_the_customer_wrote_is_not_judged(self):
        answer = "Hi Ann,\n\nthe right driver is version 4. Could you please try it?\n\nBest regards,\nBo\n"
        for plain in (False, True):
            compose = self.thunderbird.answer(answer, plain=plain)
            self.thunderbird.press_send(compose)
            _, text = self.arrives()
            self.assertIn("the right driver is version 4", text)
            self.assertIn("as I already said", text)

    def test_a_flawed_reply_is_held(self):
        for plain in (False, True):
            self.thunderbird.settings(waved={})
            compose = self.thunderbird.answer(FLAWED + "\n", plain=plain)
            self.assertIn(RULE, self.held(compose)["first"])
            self.thunderbird.click("#anyway")
            self.arrives()

    def test_a_forwarded_mail_is_its_writers(self):
        compose = self.thunderbird.answer("Could you please have a look at this?\n", "ForwardInline")
        self.thunderbird.press_send(compose)
        _, text = self.arrives()
        self.assertIn("as I already said", text)

    def test_a_long_thread_is_no_burden(self):
        answer = "Hi Ann,\n\nthe right driver is version 4. Could you please try it?\n\nBest regards,\nBo\n"
        compose = self.thunderbird.answer(answer, name="long")
        time.sleep(1)
        pressed = self.thunderbird.press_send(compose)
        mail = self.sink.wait(self.count + 1, 20)
        self.assertIsNotNone(mail)
        self.assertGreater(len(mail[1]), 200_000)
        self.assertLess(mail[0] - pressed, 8)

    def test_a_signature_below_the_quote_is_no_more_judged_than_one_above(self):
        below = "identity().replyOnTop = args[0]; identity().sigBottom = args[1];"
        self.thunderbird.run(below + "identity().htmlSigText = 'Bo\\nAs I already said Ltd.';", 0, True)
        self.addCleanup(self.thunderbird.run, below + "identity().htmlSigText = 'Bo Ek';", 1, False)
        for plain in (False, True):
            compose = self.thunderbird.answer(
                "Hi Ann,\n\nthe right driver is version 4. Could you please try it?\n", plain=plain)
            self.thunderbird.press_send(compose)
            _, text = self.arrives()
            self.assertIn("As I already said Ltd.", text)

    # --- what the panel offers ----------------------------------------------------------------------

    def test_the_keys_do_what_they_say(self):
        compose = self.thunderbird.write(FLAWED)
        self.held(compose)
        self.display.key("Return")  # on “Back to editing”
        self.thunderbird.no_panel()
        self.assertTrue(self.thunderbird.is_open(compose))
        self.held(compose)
        self.display.key("ctrl+Return")
        self.arrives()

    def test_the_panel_needs_no_mouse(self):
        compose = self.thunderbird.write(FLAWED)
        self.held(compose)
        focused = "document.activeElement.className || document.activeElement.id"
        for _ in range(9):
            if self.thunderbird.in_panel(f"return {focused}") == "fix":
                break
            self.display.key("Tab")
        self.display.key("Return")
        self.thunderbird.panel_says("Nothing to say", "Ready to go")
        self.assertIn(BETTER, self.thunderbird.body(compose))
        # What had the focus is gone; it has not fallen to the page.
        self.thunderbird.run("""await until("the focus", () => inPage(panels().at(-1),
            "return document.activeElement.id == 'back'"));""")
        self.display.key("Escape")
        self.thunderbird.no_panel()
        self.assertTrue(self.thunderbird.is_open(compose))

    def test_the_list_jumps_to_the_words(self):
        compose = self.thunderbird.write(FLAWED)
        self.held(compose)
        self.thunderbird.click(f'#first [data-rule="{RULE}"] button.words')
        selected = self.thunderbird.run(self.thunderbird.window(compose) + """
          return until("a selection", () => String(win.gMsgCompose.editor.selection));""")
        self.assertTrue(selected.startswith("You failed"), selected)

    def test_a_rule_waved_through_three_times_may_become_a_remark(self):
        self.thunderbird.settings(overrides={RULE: 3})
        compose = self.thunderbird.write(FLAWED)
        self.held(compose)
        self.thunderbird.click_text(RULE, "Show this only as a remark from now on")
        self.thunderbird.panel_says("Ready to go")
        self.thunderbird.click("#anyway")
        self.arrives()
        self.thunderbird.press_send(self.thunderbird.write(FLAWED.replace("printer", "screen")))
        self.arrives()

    def test_a_word_goes_into_the_dictionary(self):
        self.thunderbird.settings(gate="suggestion")
        text = CLEAN.replace("new driver", "new driver of the snoptik")
        self.held(self.thunderbird.write(text))
        self.thunderbird.click_text("spelling-unknown-word", "Add to dictionary")
        self.thunderbird.panel_says("Nothing to say", "Ready to go")
        self.assertIn("snoptik", self.thunderbird.in_addon(
            'api.storage.local.get("words").then(it => it.words)'))

    def test_a_pause_holds_nothing_but_secrets(self):
        compose = self.thunderbird.write(FLAWED)
        self.held(compose)
        self.thunderbird.click("#pause-incident")
        self.thunderbird.run("""await until("the pause", () => inPage(panels().at(-1),
            "return !document.getElementById('paused').hidden"));""")
        self.thunderbird.click("#back")
        self.thunderbird.press_send(compose)
        self.arrives()
        self.held(self.thunderbird.write(SECRET))

    def test_a_forgotten_attachment_is_asked_about_once(self):
        text = "Hi Ann,\n\nI have attached the guide for you.\n\nBest regards,\nBo"
        compose = self.thunderbird.write(text)
        self.thunderbird.reminder(compose)
        self.thunderbird.press_send(compose)
        asked = self.thunderbird.answer_prompt("attach")
        self.assertIn("attach", asked.lower())
        self.arrives()
        self.assertEqual(self.thunderbird.panel_count(), 0)
        self.thunderbird.settings(attachmentReminder=False)
        compose = self.thunderbird.write(text)
        self.assertIn("mechanics-missing-attachment", self.held(compose)["first"])
        self.thunderbird.click("#back")
        self.thunderbird.no_panel()
        self.thunderbird.attach(compose, XPI)
        self.thunderbird.press_send(compose)
        self.arrives()

    def test_a_promise_is_kept_in_mind(self):
        self.thunderbird.settings(promises=True)
        self.thunderbird.press_send(self.thunderbird.answer(
            "Hi Ann,\n\nthe right driver is version 4. I will call you tomorrow at 10:00.\n\n"
            "Best regards,\nBo\n"))
        self.arrives()
        due = self.thunderbird.in_addon("""(async () => { for (;;) {
            const { due } = await api.storage.local.get("due");
            if (due.length) return due;
            await new Promise(done => setTimeout(done, 50)); } })()""")
        self.assertEqual([it["thread"] for it in due], ["<question@customer.example>"])
        self.thunderbird.settings(due=[{**due[0], "due": "2026-01-05T10:00:00Z"}])
        compose = self.thunderbird.answer("Hi Ann,\n")
        badge = self.thunderbird.in_addon("""(async () => { for (;;) {
            const [tab] = await api.tabs.query({type: "messageCompose"});
            const text = await api.composeAction.getBadgeText({tabId: tab.id});
            if (text) return text;
            await new Promise(done => setTimeout(done, 50)); } })()""")
        self.assertEqual(badge, "1")
        told = self.thunderbird.in_addon("""(async () => { for (;;) {
            const all = Object.values(await api.notifications.getAll());
            const ours = all.find(({ title }) => title.startsWith("You promised"));
            if (ours) return ours.message;
            await new Promise(done => setTimeout(done, 50)); } })()""")
        self.assertIn(due[0]["what"], told)
        self.shot("promise")
        page = self.thunderbird.popup(compose)
        shown = self.thunderbird.run(page + """
          return inPage(page, "return document.getElementById('promises').innerText")""")
        self.assertIn(due[0]["what"], shown)
        self.shot("promise-button")
        self.thunderbird.run(page + """
          await inPage(page, "document.querySelector('#promises button').click()");
          await until("an empty list", () => inPage(page,
            "return document.getElementById('promises-part').hidden"));""")
        self.assertTrue(self.thunderbird.in_addon(
            'api.storage.local.get("due").then(it => !!it.due[0].kept)'))

    # --- for every eye and hand ---------------------------------------------------------------------

    def test_a_screen_reader_is_told_all_of_it(self):
        self.held(self.thunderbird.write(FLAWED))
        spoken = self.thunderbird.spoken()
        for expected in (("heading", "Before this goes"), ("pushbutton", "Back to editing"),
                         ("pushbutton", "Send anyway"), ("pushbutton", "Ignore once")):
            self.assertIn(list(expected), spoken)
        self.assertTrue(all(name for role, name in spoken if role in ("pushbutton", "entry", "combobox")))
        texts = [name for role, name in spoken if role in ("text leaf", "statictext")]
        self.assertIn("One thing to look at.", texts)
        self.assertIn("Please look again", texts)  # the level, in words
        count = "document.getElementById('count')"
        self.assertEqual(self.thunderbird.in_panel(
            f"return {count}.getAttribute('role') + {count}.getAttribute('aria-live')"), "statuspolite")

    def test_at_double_size_and_in_the_dark_it_can_still_be_read(self):
        self.in_the_dark()
        self.held(self.thunderbird.write(FLAWED))
        self.thunderbird.run("""
          panels().at(-1).fullZoom = 2;
          await until("the zoom", () => inPage(panels().at(-1), "return devicePixelRatio == 2"));""")
        self.shot("dark")
        room = self.thunderbird.in_panel("""
          const page = document.scrollingElement;
          return [page.scrollWidth <= page.clientWidth,
            document.getElementById("back").getBoundingClientRect().bottom <= innerHeight]""")
        self.assertEqual(room, [True, True])
        self.readable(json.loads(self.thunderbird.in_panel(f"return JSON.stringify({CONTRASTS})")))
        dark = self.thunderbird.in_panel("return matchMedia('(prefers-color-scheme: dark)').matches")
        self.assertTrue(dark)

    # --- what may go wrong --------------------------------------------------------------------------

    def test_the_gate_stands_after_the_add_on_slept(self):
        compose = self.thunderbird.write(FLAWED)
        self.thunderbird.suspend()
        self.assertIn(RULE, self.held(compose)["first"])
        self.thunderbird.suspend()
        self.thunderbird.click("#anyway")
        self.arrives()

    def test_a_fault_of_ours_lets_the_mail_go(self):
        self.thunderbird.settings(gate="no such level")
        compose = self.thunderbird.write(FLAWED)
        self.thunderbird.press_send(compose)
        _, text = self.arrives()
        self.assertIn(REPROACH, text)
        self.assertIn("no such level", self.thunderbird.in_addon(
            'api.storage.local.get("fault").then(it => it.fault)'))
        self.thunderbird.in_addon("""api.notifications.getAll().then(all =>
            Promise.all(Object.keys(all).map(id => api.notifications.clear(id))))""")

    def test_two_windows_have_a_panel_each(self):
        first = self.thunderbird.write(FLAWED, subject="First")
        second = self.thunderbird.write(FLAWED.replace("printer", "screen"), subject="Second")
        self.held(first)
        self.held(second, panels=2)
        self.thunderbird.click("#anyway")  # of the second
        message, _ = self.arrives()
        self.assertEqual(message["Subject"], "Second")
        self.thunderbird.run('await until("one panel", () => panels().length == 1);')
        self.thunderbird.click("#anyway")
        message, _ = self.arrives()
        self.assertEqual(message["Subject"], "First")

    def test_at_first_it_only_listens(self):
        self.thunderbird.settings(listening={"left": 2, "stopped": 0, "rules": {}})
        for _ in range(2):
            compose = self.thunderbird.write(FLAWED)
            self.thunderbird.press_send(compose)
            self.arrives()
        listening = self.thunderbird.in_addon(
            'api.storage.local.get("listening").then(it => it.listening)')
        # It goes on listening until somebody says that it may begin.
        self.assertEqual(listening, {"left": 20, "stopped": 2, "rules": {RULE: 2}})
        self.shot("listened")
        self.thunderbird.in_addon('Promise.resolve(document.getElementById("begin-now").click())')
        self.held(self.thunderbird.write(FLAWED))

    def test_private_mail_is_left_alone(self):
        self.thunderbird.settings(identities=["id99"])
        compose = self.thunderbird.write(FLAWED)
        self.thunderbird.press_send(compose)
        self.arrives()

    def test_the_button_shows_how_a_mail_was_read(self):
        compose = self.thunderbird.write(FLAWED)
        shown = self.thunderbird.run(self.thunderbird.popup(compose) + """
          return JSON.parse(await inPage(page, `return JSON.stringify({
            rules: [...document.querySelectorAll("li.finding")].map(it => it.dataset.rule),
            reading: !document.getElementById("reading").hidden,
            stages: document.getElementById("stage").options.length,
            footer: document.querySelector("footer").hidden,
          })`));""")
        self.assertIn(RULE, shown["rules"])
        self.assertEqual((shown["reading"], shown["stages"], shown["footer"]), (True, 9, True))
        self.shot("button")
        self.assertEqual(len(self.sink.mails), self.count)

    def test_underlines_leave_no_trace(self):
        self.thunderbird.settings(underline=True, listening={"left": 9, "stopped": 0, "rules": {}})
        compose = self.thunderbird.write(FLAWED)
        underlined = self.thunderbird.run(self.thunderbird.window(compose) + """
          const editor = win.document.getElementById("messageEditor");
          const words = name => inPage(editor,
            `return [...(CSS.highlights.get("deskside-${name}") ?? [])].map(String).join("; ")`);
          return [await until("underlines", () => words("confirm")), await words("remark")];""")
        self.assertEqual(underlined, ["You failed to", ""])
        self.shot("underlines")
        markup = self.thunderbird.run(self.thunderbird.window(compose) +
                                      "return win.gMsgCompose.editor.document.body.innerHTML")
        self.assertNotIn("deskside", markup)
        self.thunderbird.press_send(compose)
        message, _ = self.arrives()
        self.assertNotIn("deskside", str(message).lower().replace("@deskside", ""))

    def test_z_restart(self):
        self.thunderbird.restart()
        compose = self.thunderbird.write(FLAWED)
        self.assertIn(RULE, self.held(compose)["first"])
        self.thunderbird.click(f'#first [data-rule="{RULE}"] button.fix')
        time.sleep(0.7)
        self.assertIn(BETTER, self.thunderbird.body(compose))
        self.thunderbird.click("#anyway")
        self.arrives()

    def test_zz_nothing_is_complained_of(self):
        complaints = [it for it in self.thunderbird.errors() if "no such level" not in it]
        self.assertEqual(complaints, [])


class Team(unittest.TestCase):
    """Installed by an enterprise policy, which fixes some settings."""

    def setUp(self):
        self.enterContext(policy({
            "ExtensionSettings": {ADDON: {
                "installation_mode": "force_installed", "install_url": XPI.as_uri()}},
            "3rdparty": {"Extensions": {ADDON: {
                "listening": {"left": 0, "stopped": 0, "rules": {}},
                "gate": "warning",
                "rules": {RULE: "error"},
                "packs": [{"name": "house.toml", "text": HOUSE_RULE}],
                "reason": "Agreed in the meeting."}}},
        }))
        self.display, self.sink = Display(), Sink()
        self.addCleanup(self.display.close)
        self.thunderbird = Thunderbird(self.display, self.sink.port)
        self.addCleanup(self.thunderbird.close)

    def test_a_team_has_its_rules_from_the_first_mail_on(self):
        self.thunderbird.installed()
        locked = self.thunderbird.in_addon(f"""Promise.resolve([
            document.getElementById("team").textContent,
            [...document.querySelectorAll("#rules li")].find(it => it.textContent.includes("{RULE}"))
              .querySelector("select").disabled,
            document.getElementById("gate").closest("p").textContent])""")
        self.assertIn("Agreed in the meeting.", locked[0])
        self.assertTrue(locked[1])
        self.assertIn("Agreed in the meeting.", locked[2])
        compose = self.thunderbird.write("Hi Ann,\n\nPlease ask the moonlight desk about it.\n")
        self.thunderbird.press_send(compose)
        panel = self.thunderbird.panel()
        self.assertIn("tone-house-desk", panel["first"])
        self.thunderbird.click("#anyway")
        self.assertIsNotNone(self.sink.wait(1, 15))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1] + sys.argv[3:], verbosity=2)
