// The gate on Send. Three promises: it never holds the send while a person decides, it never throws,
// and any fault of ours lets the mail go.
import { engineFor } from "./engine.mjs";
import { mailOf, threadOf } from "./mail.mjs";
import { drop, keep, recall } from "./memory.mjs";
import { openIn, promisesOf, remember as rememberPromises } from "./promises.mjs";
import { DEFAULTS, save, settings, today } from "./settings.mjs";

const LIMIT_MS = 3000; // then the mail goes, unchecked
const WEIGHT = { coach: 0, suggestion: 1, warning: 2, error: 3 };
// Findings about a name, a reference, an attachment or a date hold for one mail alone.
const OF_ONE_MAIL = /name|reference|attachment|date|recipient|number|placeholder/;

// What Thunderbird's own reminder looks for by default; a second question would follow the first. In
// another language it looks for other words, and English ones are left to us.
const FILES = /\.(docx?|pdf|pps|pptx?|rtf|xlsx?)\b/i;
const WORDS = /\b(attach(ed|ing|ments?)?|enclosed|CV|cover letter)\b/i;
const reminds = (text) => FILES.test(text) ||
  (browser.i18n.getUILanguage().startsWith("en") && WORDS.test(text));

// --- checking a compose window -------------------------------------------------------------------

export async function checkTab(tabId, details, chosen) {
  details ??= await browser.compose.getComposeDetails(tabId);
  chosen ??= await settings();
  const [engine, wishes, waved, read] = await Promise.all([
    engineFor(chosen), recall("wishes", tabId), recall("waved", tabId), mailOf(tabId, details),
  ]);
  const mail = { ...read, ...wishes };
  const thread = chosen.promises ? await threadOf(details) : "";
  if (thread) mail.promises = openIn(chosen.due, thread);
  const report = engine.check(mail, { label: String(tabId), facts: ["promise"] });
  for (const finding of report.findings) {
    const { name, why, instead, kind, source } = engine.rule(finding.rule);
    Object.assign(finding, { name, why, instead, kind, source });
  }
  const limit = WEIGHT[chosen.gate] ?? 2;
  const day = today();
  const reminded = chosen.attachmentReminder && reminds(ownWords(mail));
  const open = report.findings.map(({ rule, level, blocks, fingerprint }) =>
    (blocks || WEIGHT[level] >= limit) &&
    !(reminded && rule === "mechanics-missing-attachment") &&
    !waved?.includes(fingerprint) && chosen.waved[fingerprint] !== day);
  return { report, open, mail, thread, chosen };
}

function ownWords({ text, zones }) {
  return zones.toReversed().reduce((rest, { begin, end }) =>
    rest.slice(0, begin) + rest.slice(end), text);
}

export function suggestionsFor(engine, findings) {
  for (const finding of findings)
    if (finding.kind === "spelling" && finding.text)
      finding.suggestions = engine.suggest(finding.text, 3);
}

async function judged(details, chosen) {
  if (chosen.identities === null) return true;
  return chosen.identities.includes(details.identityId);
}

// --- on Send -------------------------------------------------------------------------------------

export async function beforeSend(tab, details) {
  let timer;
  try {
    const slow = new Promise((_, fail) => {
      timer = setTimeout(() => fail(new Error(`no answer after ${LIMIT_MS} ms`)), LIMIT_MS);
    });
    return await Promise.race([decide(tab, details), slow]);
  } catch (error) {
    console.error("deskside:", error);
    fault(error);
    return {};
  } finally {
    clearTimeout(timer);
  }
}

async function decide(tab, details) {
  const [bypass, chosen] = await Promise.all([recall("bypass", tab.id), settings()]);
  if (bypass) {
    await drop("bypass", tab.id);
    return {};
  }
  if (!(await judged(details, chosen))) return {};
  const { report, open, thread } = await checkTab(tab.id, details, chosen);
  if (chosen.promises)
    keep("promised", tab.id, { thread, promises: promisesOf(report, details) }).catch(console.error);
  const blocks = report.findings.some((finding, at) => open[at] && finding.blocks);
  const stops = open.some(Boolean);
  if (!blocks) {
    if (Math.max(chosen.pausedUntil, chosen.incident) > Date.now()) return {};
    if (chosen.listening.left > 0) {
      await listen(chosen.listening, report, open, stops);
      return {};
    }
  }
  if (!stops) return {};
  // Not awaited: the send is given back to Thunderbird at once.
  openPanel(tab).catch(fault);
  return { cancel: true };
}

async function openPanel(tab) {
  const open = await recall("panel", tab.id);
  if (open) {
    try {
      await browser.runtime.sendMessage({ type: "refresh", tabId: tab.id });
      await browser.windows.update(open, { focused: true });
      return;
    } catch {
      // It has been closed meanwhile.
    }
  }
  const url = browser.runtime.getURL(`panel/panel.html?tab=${tab.id}`);
  const made = await browser.windows.create({ type: "popup", url, width: 620, height: 640 });
  await keep("panel", tab.id, made.id);
}

// Listens to one mail more. It begins to interrupt only when told so: until somebody answers, the
// next twenty are listened to as well.
async function listen(listening, report, open, stops) {
  const enough = listening.left === 1;
  const left = enough ? DEFAULTS.listening.left : listening.left - 1;
  const rules = { ...listening.rules };
  for (const [at, finding] of report.findings.entries())
    if (open[at]) rules[finding.rule] = (rules[finding.rule] ?? 0) + 1;
  await save({ listening: { left, stopped: listening.stopped + (stops ? 1 : 0), rules } });
  if (enough) browser.tabs.create({ url: "options/options.html#begin" }).catch(console.error);
}

export async function fault(error) {
  const text = String(error?.message ?? error);
  try {
    await save({ fault: `${new Date().toISOString()} ${text}` });
    await browser.notifications.create({
      type: "basic",
      title: browser.i18n.getMessage("name"),
      message: browser.i18n.getMessage("sentUnchecked", [text]),
    });
  } catch (another) {
    console.error("deskside:", another);
  }
}

// --- what the panel asks for ---------------------------------------------------------------------

export async function sendAnyway(tabId, reason = "") {
  try {
    await remember(tabId, reason);
  } catch (error) {
    console.error("deskside:", error); // never a reason not to send
  }
  await send(tabId);
}

// What was waved through need not be asked again.
async function remember(tabId, reason) {
  const { report, open, chosen } = await checkTab(tabId);
  const here = (await recall("waved", tabId)) ?? [];
  const { waved, overrides } = chosen;
  const day = today();
  for (const [fingerprint, then] of Object.entries(waved)) if (then !== day) delete waved[fingerprint];
  for (const [at, finding] of report.findings.entries()) {
    if (!open[at]) continue;
    overrides[finding.rule] = (overrides[finding.rule] ?? 0) + 1;
    if (finding.blocks || OF_ONE_MAIL.test(finding.rule)) here.push(finding.fingerprint);
    else waved[finding.fingerprint] = day;
  }
  await keep("waved", tabId, here);
  await save({ waved, overrides });
  if (reason) await noteReason(report, open, reason);
}

async function noteReason(report, open, reason) {
  const { reasons = [] } = await browser.storage.local.get("reasons");
  const rules = report.findings.filter((_, at) => open[at]).map(({ rule }) => rule);
  await save({ reasons: [...reasons.slice(-199), { at: new Date().toISOString(), rules, reason }] });
}

export async function send(tabId) {
  await keep("bypass", tabId, true);
  try {
    await browser.compose.sendMessage(tabId, { mode: "default" });
  } finally {
    await drop("bypass", tabId);
  }
}

export async function ignoreOnce(tabId, fingerprint) {
  await keep("waved", tabId, [...((await recall("waved", tabId)) ?? []), fingerprint]);
}

export async function wish(tabId, wishes) {
  await keep("wishes", tabId, { ...((await recall("wishes", tabId)) ?? {}), ...wishes });
}

// --- after it went -------------------------------------------------------------------------------

export async function afterSend(tab, info) {
  const promised = await recall("promised", tab.id);
  for (const kind of ["bypass", "promised"]) await drop(kind, tab.id);
  if (info.error || !promised?.promises.length) return;
  // The first mail of a thread is what its replies will refer to.
  const own = info.headerMessageId ? `<${info.headerMessageId.replace(/[<>]/g, "")}>` : "";
  await rememberPromises(promised.promises, promised.thread || own);
}
