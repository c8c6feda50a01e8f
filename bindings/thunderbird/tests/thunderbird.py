"""A Thunderbird of its own: fresh profile, own display, driven by Marionette."""

import contextlib
import json
import os
import pathlib
import shutil
import socket
import subprocess
import tempfile
import time
import unittest

from marionette import Marionette, MarionetteError

POLICIES = pathlib.Path("/etc/thunderbird/policies/policies.json")
PROGRAM = "/usr/lib/thunderbird/thunderbird"
ADDON = "deskside@deskside.example"

# What every script in Thunderbird's own pages may use.
PRELUDE = """
const { MailServices } = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
const sleep = ms => new Promise(done => setTimeout(done, ms));
const until = async (what, test, ms = 20000) => {
  for (const end = Date.now() + ms; Date.now() < end; await sleep(20)) {
    const value = await Promise.resolve(test()).catch(error => {
      if (error.name != "AbortError") throw error; // a page on its way to another
    });
    if (value) return value;
  }
  throw new Error("waited in vain for " + what);
};
const windows = type => Array.from(Services.wm.getEnumerator(type));
const composers = () => windows("msgcompose");
const inPage = async (browser, source) => {
  const answer = await browser.browsingContext.currentWindowGlobal.getActor("MarionetteCommands")
    .executeScript(source, [], {sandboxName: null, async: false, timeout: 20000, newSandbox: false,
      file: null, line: 0});
  return answer;
};
const panels = () => windows(null).filter(w => w.location.href.includes("extensionPopup.xhtml"))
  .map(w => w.document.querySelector("browser"))
  .filter(b => b?.currentURI?.spec.includes("/panel/panel.html"));
const identity = () => MailServices.accounts.allIdentities[0];
const policyOf = () => WebExtensionPolicy.getByID("%s");
""" % ADDON


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def prefs(smtp_port, marionette_port):
    return {
        "marionette.port": marionette_port,
        "mail.accountmanager.accounts": "account1,account2",
        "mail.accountmanager.defaultaccount": "account1",
        "mail.accountmanager.localfoldersserver": "server2",
        "mail.account.account1.server": "server1",
        "mail.account.account1.identities": "id1",
        "mail.account.account2.server": "server2",
        "mail.server.server1.type": "pop3",
        "mail.server.server1.hostname": "127.0.0.1",
        "mail.server.server1.userName": "agent",
        "mail.server.server1.name": "Support",
        "mail.server.server1.login_at_startup": False,
        "mail.server.server1.check_new_mail": False,
        "mail.server.server2.type": "none",
        "mail.server.server2.hostname": "Local Folders",
        "mail.server.server2.userName": "nobody",
        "mail.server.server2.name": "Local Folders",
        "mail.identity.id1.useremail": "bo@support.example",
        "mail.identity.id1.fullName": "Bo Ek",
        "mail.identity.id1.smtpServer": "smtp1",
        "mail.identity.id1.valid": True,
        "mail.identity.id1.fcc": False,
        "mail.identity.id1.reply_on_top": 1,
        "mail.identity.id1.htmlSigText": "Bo Ek\nSupport, Example Ltd.",
        "mail.smtpservers": "smtp1",
        "mail.smtp.defaultserver": "smtp1",
        "mail.smtpserver.smtp1.hostname": "127.0.0.1",
        "mail.smtpserver.smtp1.port": smtp_port,
        "mail.smtpserver.smtp1.authMethod": 1,
        "mail.smtpserver.smtp1.try_ssl": 0,
        "mail.provider.suppress_dialog_on_startup": True,
        "mail.rights.version": 1,
        "mail.shell.checkDefaultClient": False,
        "mail.spotlight.firstRunDone": True,
        "mail.warn_on_send_accel_key": False,
        "mailnews.start_page.enabled": False,
        "mailnews.start_page_override.mstone": "ignore",
        "datareporting.policy.bypassNotification": True,
        "datareporting.policy.dataSubmissionEnabled": False,
        "alerts.useSystemBackend": False,
        "app.update.enabled": False,
        "browser.download.folderList": 2,
        "browser.download.useDownloadDir": True,
        "app.donation.eoy.version.viewed": 999,
        "extensions.update.enabled": False,
        "mail.inappnotifications.enabled": False,
        "network.captive-portal-service.enabled": False,
        "network.connectivity-service.enabled": False,
        "services.settings.server": "http://127.0.0.1:9/",
        "ui.prefersReducedMotion": 1,
    }


@contextlib.contextmanager
def policy(policies):
    """An enterprise policy for every Thunderbird of this machine, while it lasts. Needs root."""
    if os.geteuid() != 0 or POLICIES.exists():
        raise unittest.SkipTest("no place for a policy of our own")
    new = [it for it in (POLICIES.parent, POLICIES.parent.parent) if not it.exists()]
    POLICIES.parent.mkdir(parents=True, exist_ok=True)
    try:
        POLICIES.write_text(json.dumps({"policies": policies}))
        yield
    finally:
        POLICIES.unlink(missing_ok=True)
        for folder in new:
            folder.rmdir()


class Display:
    """Xvfb with a window manager: without one, clicks get lost."""

    def __init__(self):
        read, write = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x900x24", "-nolisten", "tcp"],
            pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as pipe:
            self.name = ":" + pipe.readline().strip()
        self.manager = subprocess.Popen(
            ["openbox"], env={**os.environ, "DISPLAY": self.name},
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def shot(self, path):
        subprocess.run(["import", "-window", "root", str(path)], check=True,
                       env={**os.environ, "DISPLAY": self.name})

    def key(self, combination):
        """A real key press, to whatever has the focus."""
        subprocess.run(["xdotool", "key", combination], check=True,
                       env={**os.environ, "DISPLAY": self.name})

    def close(self):
        for process in (self.manager, self.server):
            process.terminate()
            process.wait(10)


class Thunderbird:
    def __init__(self, display, smtp_port, extra=None):
        self.display = display
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="deskside-thunderbird-"))
        self.profile = self.home / "profile"
        self.profile.mkdir()
        self.port = free_port()
        lines = [f'user_pref("{name}", {str(value).lower() if isinstance(value, bool) else repr(value)});'
                 for name, value in {**prefs(smtp_port, self.port), **(extra or {}),
                                     "browser.download.dir": str(self.home)}.items()]
        text = "\n".join(lines).replace("'", '"')
        (self.profile / "user.js").write_text(text + "\n")
        self.start()

    def start(self):
        self.log = open(self.home / "log", "ab")
        self.process = subprocess.Popen(
            [PROGRAM, "--no-remote", "--profile", self.profile, "--marionette",
             "--remote-allow-system-access"],
            env={**os.environ, "HOME": str(self.home), "DISPLAY": self.display.name,
                 "GDK_BACKEND": "x11", "MOZ_ENABLE_WAYLAND": "0", "LANG": "C.UTF-8"},
            stdout=self.log, stderr=self.log)
        self.marionette = Marionette(self.port)
        self.run("""await until("the main window", () => windows("mail:3pane")[0]?.document
            .readyState == "complete");""")

    def run(self, script, *arguments):
        return self.marionette.run(PRELUDE + script, *arguments)

    def quit(self):
        try:
            self.run("setTimeout(() => Services.startup.quit(Ci.nsIAppStartup.eForceQuit), 50);")
        except (OSError, MarionetteError):
            pass
        self.marionette.close()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.log.close()

    def restart(self):
        self.quit()
        self.start()

    def close(self):
        self.quit()
        shutil.rmtree(self.home, ignore_errors=True)

    # --- the add-on ---------------------------------------------------------------------------------

    def install(self, xpi):
        self.marionette.call("Addon:Install", {"path": str(xpi), "temporary": False})
        self.installed()

    def installed(self):
        self.run("""await until("the add-on",
          () => policyOf()?.extension?.backgroundState == "running", 50000);""")

    def suspend(self):
        self.run("""
          await policyOf().extension.terminateBackground({ignoreDevToolsAttached: true});
          await until("sleep", () => policyOf().extension.backgroundState == "stopped");""")

    def in_addon(self, source):
        """Runs an expression in a page of the add-on; `api` is its browser object."""
        return self.run("""
          const tabmail = windows("mail:3pane")[0].document.getElementById("tabmail");
          const url = policyOf().getURL("options/options.html");
          const find = () => tabmail.tabInfo.map(t => t.browser)
            .find(b => b?.currentURI?.spec.startsWith(url) && b.contentPrincipal?.addonId);
          if (!find()) {
            const { ExtensionParent } = ChromeUtils.importESModule(
              "resource://gre/modules/ExtensionParent.sys.mjs");
            tabmail.openTab("contentTab", {url, linkHandler: "single-page",
              initialBrowsingContextGroupId: policyOf().browsingContextGroupId,
              principal: policyOf().extension.principal,
              triggeringPrincipal: policyOf().extension.principal});
          }
          const page = await until("the options", find);
          await until("its script", () => inPage(page,
            "return document.querySelector('#rules li') !== null"));
          await inPage(page, `
            const api = (window.wrappedJSObject ?? window).browser;
            document.documentElement.dataset.answer = "";
            Promise.resolve(${args[0]}).then(
              value => { document.documentElement.dataset.answer = JSON.stringify([value ?? null]); },
              error => { document.documentElement.dataset.answer = JSON.stringify({error: String(error)}); });`);
          const answer = JSON.parse(await until("an answer", () => inPage(page,
            "return document.documentElement.dataset.answer")));
          if (answer.error) throw new Error(answer.error);
          return answer[0];""", source)

    def close_tabs(self):
        """All but the first; the pages of the add-on that were opened to drive it among them."""
        self.run("""
          const tabmail = windows("mail:3pane")[0].document.getElementById("tabmail");
          for (const tab of tabmail.tabInfo.slice(1)) tabmail.closeTab(tab);""")

    def settings(self, **values):
        return self.in_addon(f"""api.storage.local.set({json.dumps(values)})
            .then(() => api.runtime.sendMessage({{type: "changed"}}))""")

    # --- writing --------------------------------------------------------------------------------------

    def write(self, text, to="ann@customer.example", subject="Your printer", plain=False):
        return self.run("""
          const [text, to, subject, plain] = args;
          const before = new Set(composers());
          const fields = Cc["@mozilla.org/messengercompose/composefields;1"]
            .createInstance(Ci.nsIMsgCompFields);
          Object.assign(fields, {to, subject});
          const params = Cc["@mozilla.org/messengercompose/composeparams;1"]
            .createInstance(Ci.nsIMsgComposeParams);
          params.composeFields = fields;
          params.identity = identity();
          params.type = Ci.nsIMsgCompType.New;
          params.format = plain ? Ci.nsIMsgCompFormat.PlainText : Ci.nsIMsgCompFormat.HTML;
          MailServices.compose.OpenComposeWindowWithParams(null, params);
          return %s""" % self._typed, text, to, subject, plain)

    def answer(self, text, kind="Reply", plain=False, name="question"):
        return self.run("""
          const [text, to, subject, plain, kind, name] = args;
          const before = new Set(composers());
          const inbox = MailServices.accounts.localFoldersServer.rootFolder.getChildNamed("Inbox");
          const hdr = Array.from(inbox.messages).find(it => it.messageId.startsWith(name));
          MailServices.compose.OpenComposeWindow(null, hdr, inbox.getUriForMsg(hdr),
            Ci.nsIMsgCompType[kind],
            plain ? Ci.nsIMsgCompFormat.PlainText : Ci.nsIMsgCompFormat.HTML, identity(), null, null);
          return %s""" % self._typed, text, "ann@customer.example", "", plain, kind, name)

    _typed = """await (async () => {
            const win = await until("the compose window", () => composers().find(w => !before.has(w)));
            const editor = await until("the editor", () => win.document.readyState == "complete" &&
              win.gMsgCompose?.editor?.document?.body && win.gMsgCompose.editor);
            await sleep(600);
            if (!win.document.querySelector("#toAddrContainer mail-address-pill"))
              win.addressRowAddRecipientsArray(
                win.document.querySelector(".address-row[data-recipienttype='addr_to']"), [to]);
            editor.QueryInterface(Ci.nsIEditor);
            for (const [at, line] of text.split("\\n").entries()) {
              if (at) editor.insertLineBreak();
              if (line) editor.insertText(line);
            }
            return win.docShell.outerWindowID;
          })();"""

    def window(self, compose):
        return f"const win = composers().find(w => w.docShell.outerWindowID == {compose});"

    def press_send(self, compose):
        self.run(self.window(compose) + 'win.setTimeout(() => win.goDoCommand("cmd_sendNow"), 0);')
        return time.time()

    def body(self, compose):
        return self.run(self.window(compose) + "return win?.gMsgCompose.editor.document.body.innerText")

    def is_open(self, compose):
        return self.run(self.window(compose) + "return !!win")

    def is_locked(self, compose):
        return self.run(self.window(compose) + "return !!win?.gWindowLocked")

    def discard(self, compose):
        self.run(self.window(compose) + """
          if (win) { win.gMsgCompose.bodyModified = false; win.gContentChanged = false;
            win.gWindowLocked = false; win.close(); }""")

    # --- the panel ------------------------------------------------------------------------------------

    def panel(self, number=1):
        """What the latest of so many panels says, once it has said it."""
        return self.run("""
          await until("the panel", () => panels().length >= args[0]);
          const page = panels().at(-1);
          await until("its findings", () => inPage(page,
            "return !!document.getElementById('count')?.textContent"));
          return JSON.parse(await inPage(page, `return JSON.stringify({
            title: document.getElementById("title").textContent,
            count: document.getElementById("count").textContent,
            first: [...document.querySelectorAll("#first > li")].map(li => li.dataset.rule),
            rest: [...document.querySelectorAll("#rest > li")].map(li => li.dataset.rule),
            focus: document.activeElement?.id,
            anyway: !document.getElementById("anyway").disabled,
            reason: !document.getElementById("reason-part").hidden,
          })`));""", number)

    def panel_count(self):
        return self.run("return panels().length")

    def click(self, selector):
        self.run("""
          const page = panels().at(-1);
          await inPage(page, `document.querySelector(${JSON.stringify(args[0])}).click()`);""", selector)

    def click_text(self, rule, text):
        self.run("""
          await inPage(panels().at(-1), `
            [...document.querySelectorAll("[data-rule=" + ${JSON.stringify(args[0])} + "] button")]
              .find(it => it.textContent == ${JSON.stringify(args[1])}).click();`);""", rule, text)

    def panel_says(self, *texts):
        self.run("""
          await until("the panel to say " + args[0], async () => {
            const count = await inPage(panels().at(-1),
              "return document.getElementById('count').textContent");
            return args[0].some(text => count.startsWith(text));
          });""", list(texts))

    def popup(self, compose):
        """The start of a script: `page` is the popup of the compose button, once it has findings."""
        return self.window(compose) + """
          const page = await (async () => {
            const find = () => win.document.querySelector(".webextension-popup-browser");
            if (!find())
              win.document.querySelector("[id^=deskside][id$=composeAction-toolbarbutton]").click();
            const browser = await until("the popup", find);
            await until("its findings", () => inPage(browser,
              "return !!document.getElementById('count')?.textContent"));
            return browser;
          })();"""

    def reminder(self, compose):
        """Waits for Thunderbird's own remark that something may have to be attached."""
        self.run(self.window(compose) + """
          await until("the reminder", () =>
            win.gComposeNotification.getNotificationWithValue("attachmentReminder"));""")

    def answer_prompt(self, part):
        """Accepts the prompt of Thunderbird's own that says so; answers what it said."""
        return self.run("""
          const dialog = await until("a prompt", () => windows(null).find(w =>
            w.location.href.includes("commonDialog") && w.document.readyState == "complete" &&
            w.document.documentElement.textContent.includes(args[0])));
          const said = dialog.document.documentElement.textContent;
          dialog.document.querySelector("dialog").acceptDialog();
          return said;""", part)

    def download(self, part):
        """What is in the file that was just downloaded, by a part of its name."""
        return self.run("""
          const { Downloads } = ChromeUtils.importESModule("resource://gre/modules/Downloads.sys.mjs");
          const list = await Downloads.getList(Downloads.ALL);
          const file = await until("the download", async () => (await list.getAll())
            .find(it => it.succeeded && it.target.path.includes(args[0])));
          return IOUtils.readUTF8(file.target.path);""", part)

    def attach(self, compose, path):
        self.run(self.window(compose) + """
          const attachment = Cc["@mozilla.org/messengercompose/attachment;1"]
            .createInstance(Ci.nsIMsgAttachment);
          attachment.url = args[0];
          attachment.name = "guide.zip";
          await win.AddAttachments([attachment]);""", path.as_uri())

    def fill(self, selector, text):
        self.run("""
          await inPage(panels().at(-1), `
            const field = document.querySelector(${JSON.stringify(args[0])});
            field.value = ${JSON.stringify(args[1])};
            field.dispatchEvent(new Event("input", {bubbles: true}));`);""", selector, text)

    def spoken(self):
        """What a screen reader is given of the latest panel: pairs of role and name."""
        return self.run("""
          const service = Cc["@mozilla.org/accessibilityService;1"]
            .getService(Ci.nsIAccessibilityService);
          const walk = node => [
            [service.getStringRole(node.role), node.name ?? ""],
            ...Array.from(node.children.enumerate(Ci.nsIAccessible)).flatMap(walk)];
          return until("the tree", () => {
            const root = service.getAccessibleFor(panels().at(-1));
            const all = root ? walk(root) : [];
            return all.some(([role]) => role == "heading") && all;
          });""")

    def in_panel(self, script):
        return self.run("return inPage(panels().at(-1), args[0])", script)

    def no_panel(self):
        self.run('await until("the panel to close", () => panels().length == 0);')

    def errors(self):
        return self.run("""
          return Services.console.getMessageArray()
            .filter(it => it instanceof Ci.nsIScriptError && !(it.flags & 1) &&
              /moz-extension/.test(it.sourceName + it.errorMessage))
            .map(it => it.errorMessage + " " + it.sourceName + ":" + it.lineNumber);""")

    def receive(self, message):
        """Puts a message into the inbox."""
        path = self.home / "received.eml"
        path.write_bytes(message.replace("\n", "\r\n").encode())
        self.run("""
          const file = Cc["@mozilla.org/file/local;1"].createInstance(Ci.nsIFile);
          file.initWithPath(args[0]);
          const root = MailServices.accounts.localFoldersServer.rootFolder;
          if (!root.containsChildNamed("Inbox")) root.createSubfolder("Inbox", null);
          const inbox = await until("Inbox", () => root.containsChildNamed("Inbox") &&
            root.getChildNamed("Inbox"));
          const count = inbox.getTotalMessages(false);
          await new Promise(done => MailServices.copy.copyFileMessage(file, inbox, null, false, 0, "", {
            QueryInterface: ChromeUtils.generateQI(["nsIMsgCopyServiceListener"]),
            onStartCopy() {}, onProgress() {}, setMessageKey() {}, getMessageId() {},
            onStopCopy: done, OnStartCopy() {}, OnProgress() {}, SetMessageKey() {},
            GetMessageId() {}, OnStopCopy: done,
          }, null));""", str(path))
