"""What the options page is asked for: a mixin, since one Thunderbird does all scenarios."""

from scenario import CONTRASTS, FLAWED, RULE


class Options:
    def test_a_rule_is_found_by_its_words_and_explained(self):
        count, shown, why, instead = self.thunderbird.in_addon("""(() => {
            const field = document.getElementById("search");
            field.value = "accused Tone";
            field.dispatchEvent(new Event("input"));
            const items = [...document.querySelectorAll("#rules > li")].filter(it => !it.hidden);
            const count = document.getElementById("rule-count").textContent;
            const [why, instead] = items.flatMap(it => [...it.querySelectorAll("details p")]);
            const found = items.map(it => it.querySelector("code").textContent);
            field.value = "";
            field.dispatchEvent(new Event("input"));
            return Promise.resolve([count, found, why?.textContent, instead?.textContent]); })()""")
        self.assertEqual(count, f"Rules: {len(shown)}")
        self.assertIn(RULE, shown)
        self.assertLess(len(shown), 5)
        self.assertGreater(min(len(why), len(instead)), 20)

    def test_a_level_that_is_chosen_counts(self):
        self.thunderbird.in_addon(f"""(() => {{
            const select = [...document.querySelectorAll("#rules li")]
              .find(it => it.querySelector("code").textContent == "{RULE}").querySelector("select");
            select.value = "suggestion";
            select.dispatchEvent(new Event("change"));
            return Promise.resolve(); }})()""")
        self.thunderbird.in_addon("""(async () => { for (;;) {
            const { rules } = await api.storage.local.get("rules");
            if (Object.keys(rules).length) return;
            await new Promise(done => setTimeout(done, 50)); } })()""")
        self.thunderbird.press_send(self.thunderbird.write(FLAWED))
        self.arrives()

    def test_words_come_from_a_file_and_go_to_one(self):
        self.thunderbird.in_addon("""(async () => {
            const files = new DataTransfer();
            files.items.add(new File(["snoptik\\r\\nsplindle\\n"], "words.txt"));
            const field = document.getElementById("import");
            field.files = files.files;
            field.dispatchEvent(new Event("change"));
            for (;;) {
              const { words } = await api.storage.local.get("words");
              if (words === "snoptik\\nsplindle\\n") return true;
              await new Promise(done => setTimeout(done, 50));
            } })()""")
        self.thunderbird.in_addon('Promise.resolve(document.getElementById("export").click())')
        exported = self.thunderbird.download("deskside-words")
        self.assertEqual(exported, "snoptik\nsplindle\n")

    def test_it_may_begin_before_it_has_listened_to_anything(self):
        self.thunderbird.close_tabs()
        self.thunderbird.settings(listening={"left": 20, "stopped": 0, "rules": {}})
        self.thunderbird.close_tabs()
        shown = self.thunderbird.in_addon("""Promise.resolve([
            document.getElementById("begin").hidden, document.getElementById("listens").innerText])""")
        self.assertTrue(shown[0])
        self.assertIn("mails to go: 20", shown[1])
        self.thunderbird.in_addon('Promise.resolve(document.getElementById("begin-early").click())')
        self.held(self.thunderbird.write(FLAWED))

    def test_the_options_can_be_read_at_double_size_and_in_the_dark(self):
        self.in_the_dark()
        self.thunderbird.close_tabs()
        self.thunderbird.in_addon("Promise.resolve()")
        self.thunderbird.run("""
          const page = windows("mail:3pane")[0].document.getElementById("tabmail").selectedBrowser;
          page.fullZoom = 2;
          await until("the zoom", () => inPage(page, "return devicePixelRatio == 2"));""")
        wide, dark, contrasts = self.thunderbird.in_addon(f"""Promise.resolve([
            document.scrollingElement.scrollWidth <= document.scrollingElement.clientWidth,
            matchMedia("(prefers-color-scheme: dark)").matches, {CONTRASTS}])""")
        self.assertEqual([wide, dark], [True, True])
        self.readable(contrasts)
        self.shot("options")
        self.thunderbird.close_tabs()
