// Wires Thunderbird's events to what answers them. An event page: everything that must outlive its
// sleep is in storage.
import { engineFor } from "./engine.mjs";
import * as gate from "./gate.mjs";
import { attachedTo, attachmentsChanged, incomingOf } from "./mail.mjs";
import { recall } from "./memory.mjs";
import { save, settings } from "./settings.mjs";

browser.compose.onBeforeSend.addListener(gate.beforeSend);
browser.compose.onAfterSend.addListener((tab, info) => gate.afterSend(tab, info).catch(console.error));
browser.compose.onAttachmentAdded.addListener(({ id }) => attachmentsChanged(id));
browser.compose.onAttachmentRemoved.addListener(({ id }) => attachmentsChanged(id));
// Whatever woke this page, the engine will be asked for next.
settings().then(engineFor).catch(console.error);

// --- compose windows ------------------------------------------------------------------------------

async function registerScripts() {
  const { compose } = browser.scripting;
  const there = await compose.getRegisteredScripts();
  if (there.some(({ id }) => id === "deskside")) return;
  await compose.registerScripts([{
    id: "deskside",
    js: ["compose/reader.js", "compose/compose.js"],
    css: ["compose/compose.css"],
  }]);
}
registerScripts().catch(console.error);
// After a restart nothing wakes this page before the first Send; this does, and registers in time.
browser.runtime.onStartup.addListener(() => {});
browser.runtime.onInstalled.addListener(async ({ reason }) => {
  const { identities, listening } = await settings();
  if (reason !== "install" || identities !== null || listening.left === 0) return;
  await browser.tabs.create({ url: "options/options.html#start" });
});

// --- messages of the panel, the options and the compose script -------------------------------------

async function awake(tab) {
  const chosen = await settings();
  const engine = await engineFor(chosen); // ready before Send is pressed
  if (tab) {
    const details = await browser.compose.getComposeDetails(tab.id);
    await Promise.all([incomingOf(details), attachedTo(tab.id)]);
    engine.check("Hello.");
  }
  return chosen.underline ? "underline" : "plain";
}

async function look({ paragraphs }) {
  const engine = await engineFor(await settings());
  return paragraphs.map((text) => engine.check({ text, fragment: true }).findings
    .filter(({ part, begin, end }) => part === "body" && end > begin)
    .map(({ begin, end, level }) => ({ begin, end, level })));
}

async function check({ tabId }) {
  const { report, open, chosen } = await gate.checkTab(tabId);
  gate.suggestionsFor(await engineFor(chosen), report.findings);
  const engine = await engineFor(chosen);
  const held = await recall("held", tabId);
  const { askReason, overrides, profile, incident, pausedUntil } = chosen;
  const profiles = engine.options.find(({ name }) => name === "profile")?.value ?? "";
  return { report, open, held: held !== undefined, askReason, overrides, profile, profiles, incident, pausedUntil };
}

// The words that a range of the text covers, so that they can be found again in the editor.
async function edit({ tabId, begin, end, replacement }, type) {
  const { mail } = await gate.checkTab(tabId);
  const words = mail.text.slice(begin, end);
  return browser.tabs.sendMessage(tabId, { type, begin, words, replacement });
}

async function fixSubject({ tabId, begin, end, replacement }) {
  const { subject } = await browser.compose.getComposeDetails(tabId);
  const better = subject.slice(0, begin) + replacement + subject.slice(end);
  await browser.compose.setComposeDetails(tabId, { subject: better });
  return true;
}

// Safe fixes from the last to the first, so that those before keep their places.
async function applySafe({ tabId }) {
  const { report } = await gate.checkTab(tabId);
  const fixes = report.findings
    .flatMap(({ part, level, fixes: all }) => level === "coach" ? [] :
      all.filter(({ safety }) => safety === "safe").slice(0, 1).map((fix) => ({ part, ...fix })))
    .sort((a, b) => b.begin - a.begin);
  let before = Infinity;
  for (const { part, begin, end, replacement } of fixes) {
    if (part === "body" && end > before) continue; // never two that overlap
    if (part === "subject") await fixSubject({ tabId, begin, end, replacement });
    else await edit({ tabId, begin, end, replacement }, "replace");
    if (part === "body") before = begin;
  }
  return fixes.length;
}

async function addWord({ word }) {
  const { words } = await browser.storage.local.get({ words: "" });
  await save({ words: `${words}${words && !words.endsWith("\n") ? "\n" : ""}${word}\n` });
}

async function setRule({ rule, level }) {
  const { rules, overrides } = await browser.storage.local.get({ rules: {}, overrides: {} });
  delete overrides[rule];
  await save({ rules: { ...rules, [rule]: level }, overrides });
}

const answers = {
  awake: (_, sender) => awake(sender.tab),
  look,
  check,
  show: (message) => edit(message, "show"),
  replace: (message) => message.part === "subject" ? fixSubject(message) : edit(message, "replace"),
  ignore: ({ tabId, fingerprint }) => gate.ignoreOnce(tabId, fingerprint),
  addWord,
  setRule,
  wish: ({ tabId, wishes }) => gate.wish(tabId, wishes),
  sendAnyway: ({ tabId, reason }) => gate.sendAnyway(tabId, reason),
  sendFixed: async ({ tabId }) => {
    await applySafe({ tabId });
    await gate.sendAnyway(tabId);
  },
  rules: async () => {
    const engine = await engineFor(await settings());
    return { rules: engine.rules, options: engine.options };
  },
  settings,
};

browser.runtime.onMessage.addListener((message, sender) => {
  const answer = answers[message.type];
  if (!answer) return undefined;
  return Promise.resolve(answer(message, sender)).catch((error) => {
    console.error("deskside:", message.type, error);
    return { error: error.message };
  });
});

browser.storage.onChanged.addListener(async (changes, area) => {
  if (area !== "local" || !("underline" in changes)) return;
  const { underline } = await settings();
  const open = await browser.tabs.query({ type: "messageCompose" });
  for (const { id } of open)
    browser.tabs.sendMessage(id, { type: "underline", wanted: underline }).catch(() => {});
});
