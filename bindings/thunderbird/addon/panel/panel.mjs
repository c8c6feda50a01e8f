// One panel for both occasions: the window that opens when a Send was held, and the popup of the
// compose button, which also says what was done well and how the mail was read.
import { ask, element, localise, promiseItem, say } from "../l10n.mjs";
import { forgetPromise, keepPromise } from "../promises.mjs";
import { isLocked, profilesWith, save } from "../settings.mjs";

const STAGES = ["first-reply", "asking", "fixing", "waiting", "refusing", "resolving",
  "following-up", "broadcast"];
const AFTER_OVERRIDES = 3;

const given = new URLSearchParams(location.search).get("tab");
const held = given !== null;
const by = (id) => document.getElementById(id);

let tabId;
let state;

async function composeTab() {
  if (held) return Number(given);
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab.id;
}

// --- one finding -----------------------------------------------------------------------------------

function button(text, act, properties = {}) {
  const made = element("button", { type: "button", ...properties }, text);
  made.addEventListener("click", async () => {
    made.disabled = true;
    await run(act);
    made.disabled = false;
  });
  return made;
}

function fixButtons(finding) {
  const buttons = finding.fixes.slice(0, 3).map(({ begin, end, replacement }) =>
    button(replacement ? say("replaceWith", replacement) : say("remove"),
      () => ask({ type: "replace", tabId, begin, end, replacement }), { className: "fix" }));
  const offered = new Set(finding.fixes.map(({ replacement }) => replacement));
  for (const word of finding.suggestions.filter((it) => !offered.has(it)))
    buttons.push(button(say("replaceWith", word), () => ask({
      type: "replace", tabId, begin: finding.begin, end: finding.end, replacement: word,
    }), { className: "fix" }));
  return buttons;
}

function findingItem(finding, open) {
  const item = element("li", { className: open ? "card finding confirm" : "card finding" });
  item.dataset.rule = finding.rule;
  const level = finding.blocks ? say("levelBlock") : open ? say("levelConfirm") : say("levelRemark");
  item.append(element("p", { className: "label" },
    element("b", {}, level), ` · ${say(`pillar_${finding.pillar}`)} · ${finding.name}`));
  item.append(element("p", { className: "message" }, finding.message));
  if (finding.text) {
    const words = element("button", { type: "button", className: "words", title: say("showWords") },
      element("q", { className: "words" }, finding.text));
    words.addEventListener("click", () => run(() => jump(finding), false));
    item.append(element("p", {}, words));
  }
  for (const { text, in: where } of finding.related)
    item.append(element("p", { className: "quiet" },
      `${where === "incoming" ? say("theyWrote") : say("youWrote")} “${text}”`));
  // What a ledger finding says to do is said to those who use the command line.
  const instead = finding.kind === "ledger" ? "" : finding.instead;
  const why = [finding.why, instead].filter(Boolean).join(" ");
  if (why) item.append(element("details", {}, element("summary", {}, say("why")), why));
  const actions = element("div", { className: "actions" }, ...fixButtons(finding));
  actions.append(button(say("ignoreOnce"),
    () => ask({ type: "ignore", tabId, fingerprint: finding.fingerprint })));
  const often = (state.overrides[finding.rule] ?? 0) >= AFTER_OVERRIDES;
  const fixed = isLocked(finding.rule, state.lockedRules);
  if (!fixed && !finding.blocks)
    actions.append(button(often ? say("remarkOnly") : say("fewer"),
      () => ask({ type: "setRule", rule: finding.rule, level: fewer(finding.level) }),
      { title: say("fewerHint") }));
  if (finding.kind === "spelling" && finding.text)
    actions.append(button(say("addWord"), () => ask({ type: "addWord", word: finding.text })));
  item.append(actions);
  if (fixed) item.append(element("p", { className: "quiet" }, `${say("locked")} ${state.reason}`));
  return item;
}

// A rule that bothers speaks more softly first, and is off only after that.
const fewer = (level) => (level === "error" || level === "warning" ? "suggestion" : "off");

async function jump(finding) {
  await ask({ type: "show", tabId, begin: finding.begin, end: finding.end });
  const tab = await browser.tabs.get(tabId);
  await browser.windows.update(tab.windowId, { focused: true });
}

// --- the whole ------------------------------------------------------------------------------------

function show() {
  const { report, open } = state;
  const shown = report.findings.map((finding, at) => ({ finding, open: open[at], at }))
    .filter(({ finding, open: asks }) => finding.level !== "coach" || asks || !held);
  const stops = shown.filter((it) => it.open);
  const order = [...report.first.filter((at) => !held || open[at]), ...stops.map(({ at }) => at)];
  const first = [];
  const families = new Set();
  for (const at of order) {
    const it = shown.find((one) => one.at === at);
    const family = it?.finding.family || it?.finding.rule;
    if (!it || first.includes(it) || first.length === 3 || families.has(family)) continue;
    families.add(family);
    first.push(it);
  }
  const rest = shown.filter((it) => !first.includes(it));
  by("first").replaceChildren(...first.map((it) => findingItem(it.finding, it.open)));
  by("rest").replaceChildren(...rest.map((it) => findingItem(it.finding, it.open)));
  by("more").hidden = rest.length === 0;
  by("more-count").textContent = rest.length === 1 ? say("oneMore") : say("more", rest.length);
  by("count").textContent = stops.length === 0
    ? (shown.length ? say("onlyRemarks") : say("nothing"))
    : stops.length === 1 ? say("oneFinding") : say("findings", stops.length);
  by("title").textContent = held ? say("beforeItGoes") : say("name");

  const blocked = shown.some((it) => it.open && it.finding.blocks);
  const wanted = held && stops.length > 0 && (blocked || state.askReason);
  by("reason-part").hidden = !wanted;
  by("anyway").textContent = stops.length ? say("sendAnyway") : say("send");
  by("anyway").disabled = wanted && !by("reason").value.trim();
  by("fixed").hidden = !held || blocked ||
    !report.findings.some(({ fixes }) => fixes.some(({ safety }) => safety === "safe"));
  document.querySelector("footer").hidden = !held;
  showPromises();
  by("paused").hidden = state.pausedUntil < Date.now();
  by("paused").firstElementChild.textContent =
    say("pausedUntil", new Date(state.pausedUntil).toLocaleString());
  by("pauses").hidden = !by("paused").hidden;
  if (!held) showReading(report);
}

function showPromises() {
  by("promises-part").hidden = held || state.promises.length === 0;
  by("promises").replaceChildren(...state.promises.map((promise) => promiseItem(promise,
    button(say("promiseKept"), () => keepPromise(promise)),
    button(say("promiseForget"), () => forgetPromise(promise)))));
}

function showReading(report) {
  by("strengths-part").hidden = report.strengths.length === 0;
  by("strengths").replaceChildren(...report.strengths.map(({ pillar, message }) =>
    element("li", {}, `${say(`pillar_${pillar}`)}: ${message}`)));
  by("reading").hidden = false;
  const stages = ["unknown", ...STAGES];
  by("stage").replaceChildren(...stages.map((stage) =>
    new Option(say(`stage_${stage.replace("-", "_")}`), stage, false, stage === report.stage)));
  by("profile").replaceChildren(...profilesWith(state.profile).map((profile) =>
    new Option(profile || say("profileNone"), profile, false, profile === state.profile)));
  const reasons = new Map(); // a line a reason, with the rules it keeps from running
  for (const { rule, reason } of report.skipped)
    reasons.set(reason, [...(reasons.get(reason) ?? []), rule].filter(Boolean));
  by("skipped").replaceChildren(...[...reasons].map(([reason, rules]) =>
    element("li", { title: rules.join("\n") },
      rules.length ? say("notChecked", rules.length, reason) : reason)));
}

async function refresh() {
  state = await ask({ type: "check", tabId });
  show();
  // The button that was pressed may have gone with its finding: whoever uses keys goes on from here.
  if (document.activeElement === document.body)
    (document.querySelector("#first button.fix") ?? by("back")).focus();
}

// Nothing the panel does may leave the person without a way to send.
let working = Promise.resolve();
function run(act, again = true) {
  working = attempt(act, again);
  return working;
}

async function attempt(act, again) {
  try {
    await act();
    if (again) await refresh();
  } catch (error) {
    console.error(error);
    by("count").textContent = say("fault", error.message);
    by("anyway").disabled = false;
  }
}

const sendAnyway = () => run(async () => {
  if (by("anyway").disabled) return by("reason").focus();
  await ask({ type: "sendAnyway", tabId, reason: by("reason").value.trim() });
  return close();
}, false);

// A window of the add-on's may not close itself; its popup may, and only so.
async function close() {
  if (!held) return window.close();
  const { id } = await browser.windows.getCurrent();
  return browser.windows.remove(id);
}

async function back() {
  await working; // a question without an answer is an error in the console
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  if (tab) await browser.windows.update(tab.windowId, { focused: true });
  await close();
}

by("back").addEventListener("click", back);
by("anyway").addEventListener("click", sendAnyway);
by("fixed").addEventListener("click", () => run(async () => {
  await ask({ type: "sendFixed", tabId });
  await close();
}, false));
by("reason").addEventListener("input", show);
by("reason-part").addEventListener("submit", (event) => {
  event.preventDefault();
  sendAnyway();
});
by("stage").addEventListener("change", ({ target }) =>
  run(() => ask({ type: "wish", tabId, wishes: { stage: target.value } })));
by("profile").addEventListener("change", ({ target }) =>
  run(() => ask({ type: "wish", tabId, wishes: { profile: target.value } })));
const HOUR_MS = 3_600_000;
const morning = () => new Date().setHours(24 + 7, 0, 0, 0); // 7 o'clock tomorrow
const onClick = (id, act) => by(id).addEventListener("click", () => run(act));
onClick("pause-hour", () => save({ pausedUntil: Date.now() + HOUR_MS }));
onClick("pause-morning", () => save({ pausedUntil: morning() }));
onClick("pause-incident", () => save({ incident: Date.now() + 4 * HOUR_MS }));
onClick("resume", () => save({ pausedUntil: 0, incident: 0 }));
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") back();
  if (held && event.key === "Enter" && (event.ctrlKey || event.metaKey)) sendAnyway();
});
browser.runtime.onMessage.addListener((message) => {
  if (message.type !== "refresh" || message.tabId !== tabId) return undefined;
  return refresh().then(() => true);
});

localise();
document.documentElement.classList.toggle("window", held);
await run(async () => { tabId = await composeTab(); });
by("back").focus();
