// Wires Thunderbird's events to what answers them. An event page: everything that must outlive its
// sleep is in storage.
import { engineFor } from "./engine.mjs";
import * as gate from "./gate.mjs";
import { attachedTo, attachmentsChanged, headersOf, incomingOf, threadOf } from "./mail.mjs";
import { keep, recall } from "./memory.mjs";
import { dueBy, openIn } from "./promises.mjs";
import { readAgain, readOnce, save, settings } from "./settings.mjs";

readOnce();
browser.compose.onBeforeSend.addListener(gate.beforeSend);
browser.compose.onAfterSend.addListener((tab, info) =>
  gate.afterSend(tab, info).catch(console.error));
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
    const [incoming] = await Promise.all([incomingOf(details), attachedTo(tab.id)]);
    if (around.size > DRAFTS_LIMIT) around.clear();
    if (chosen.underline) around.set(tab.id, { ...headersOf(details), incoming });
    engine.check("Hello.");
    if (chosen.promises) await remind(tab.id, details, chosen);
  }
  return chosen.underline ? "underline" : "plain";
}

// A promise that is due is told once, when a reply in its thread is opened; the button keeps count.
async function remind(tabId, details, { due }) {
  const thread = await threadOf(details);
  const now = thread ? dueBy(openIn(due, thread)) : [];
  await browser.composeAction.setBadgeText({ tabId, text: now.length ? String(now.length) : "" });
  if (!now.length || (await recall("reminded", tabId))) return;
  await keep("reminded", tabId, true);
  await browser.notifications.create({
    type: "basic",
    title: browser.i18n.getMessage("promisesDue"),
    message: now.map(({ what, due: when }) =>
      `${what} (${new Date(when).toLocaleString()})`).join("\n"),
  });
}

// What is read of a mail while it is written is kept, so that only changed sentences are read again.
const drafts = new Map(); // tab id -> {engine, draft}
const DRAFTS_LIMIT = 8;
const around = new Map(); // tab id -> what else is known of the mail: its people, what it answers

function draftOf(tabId, engine) {
  if (drafts.get(tabId)?.engine !== engine) {
    if (drafts.size === DRAFTS_LIMIT) forgetDraft(drafts.keys().next().value);
    forgetDraft(tabId);
    drafts.set(tabId, { engine, draft: engine.draft() });
  }
  return drafts.get(tabId).draft;
}

function forgetDraft(tabId) {
  drafts.get(tabId)?.draft.close();
  drafts.delete(tabId);
}

// A mail that is not finished lacks much that it will have, so it is checked as a fragment.
async function look({ text, zones }, tabId) {
  const engine = await engineFor(await settings());
  const mail = { ...around.get(tabId), text, zones, fragment: true };
  return draftOf(tabId, engine).check(mail).findings
    .filter(({ begin, end }) => end > begin)
    .map(({ begin, end, level }) => ({ begin, end, level }));
}

async function check({ tabId }) {
  const { report, open, thread, chosen } = await gate.checkTab(tabId);
  const engine = await engineFor(chosen);
  gate.suggestionsFor(engine, report.findings);
  const { askReason, overrides, lockedRules, reason, incident, pausedUntil } = chosen;
  const profile = (await recall("wishes", tabId))?.profile ?? chosen.profile;
  const promises = thread ? openIn(chosen.due, thread) : [];
  return { report, open, askReason, overrides, lockedRules, reason, profile, promises,
    pausedUntil: Math.max(incident, pausedUntil) };
}

// The words that a range of the text covers, so that they can be found again in the editor.
async function edit({ tabId, begin, end, replacement }, type) {
  const { mail } = await gate.checkTab(tabId);
  const words = mail.text.slice(begin, end);
  return browser.tabs.sendMessage(tabId, { type, begin, words, replacement });
}

// Safe fixes from the last to the first, so that those before keep their places.
async function applySafe({ tabId }) {
  const { report } = await gate.checkTab(tabId);
  const fixes = report.findings
    .flatMap(({ level, fixes: all }) => level === "coach" ? [] :
      all.filter(({ safety }) => safety === "safe").slice(0, 1))
    .sort((a, b) => b.begin - a.begin);
  let before = Infinity;
  for (const { begin, end, replacement } of fixes) {
    if (end > before) continue; // never two that overlap
    await edit({ tabId, begin, end, replacement }, "replace");
    before = begin;
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

// Another page has changed the settings.
async function changed() {
  readAgain();
  const { underline } = await settings();
  const open = await browser.tabs.query({ type: "messageCompose" });
  for (const { id } of open)
    browser.tabs.sendMessage(id, { type: "underline", wanted: underline }).catch(() => {});
}

const answers = {
  changed,
  awake: (_, sender) => awake(sender.tab),
  look: (message, sender) => look(message, sender.tab.id),
  check,
  show: (message) => edit(message, "show"),
  replace: (message) => edit(message, "replace"),
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
};

browser.runtime.onMessage.addListener((message, sender) => {
  const answer = answers[message.type];
  if (!answer) return undefined;
  return Promise.resolve(answer(message, sender)).catch((error) => {
    console.error("deskside:", message.type, error);
    return { error: error.message };
  });
});
