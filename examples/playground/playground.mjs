// One page on the WASM build. It reads the two messages, marks what it finds and offers the fixes.
import { load } from "./deskside.mjs";
import { rangeOf, replace, select, textOf } from "./editor.mjs";

const by = (id) => document.getElementById(id);
const PILLARS = {
  empathy: "Empathy", tone: "Tone", acknowledgement: "Acknowledgement", trust: "Trust",
  basics: "Basics",
};
const LEVEL_NAMES = {
  error: "Please look again", warning: "Please look again", suggestion: "Remark",
  coach: "For practice",
};
const VERDICT_NAMES = {
  pass: "Nothing to say: it is ready to go.",
  advise: "Ready to go, with remarks.",
  confirm: "Please look again before this goes.",
  block: "This should not go as it is.",
};
const STAGES = {
  "": "read from the text", "first-reply": "a first reply", asking: "asking for something",
  fixing: "giving a way to fix it", waiting: "asking for patience", refusing: "saying no",
  resolving: "telling it is solved", "following-up": "following up", broadcast: "to many at once",
};
const PROFILES = {
  "": "none", coursera: "coursera: ask, say why", eltoro: "eltoro: regret first",
  mosaic: "mosaic: five steps", "hand-holding": "hand-holding", internal: "internal",
  incident: "incident", broadcast: "broadcast", legal: "legal", abuse: "abuse", experts: "experts",
  international: "international",
};
const QUIET_MS = 150;

const SAMPLE = {
  incoming: "Hello,\n\nsince Monday the printer on the second floor prints blank pages. I have " +
    "changed the toner. Is there anything else I can try, and when will somebody come?\n\nAnn Lee",
  to: "Ann Lee <ann@example.com>",
  subject: "Re: Blank pages",
  reply: "Hi Ann,\n\nThank you for changing the toner. As I already said, you simply have to restart " +
    "the printer!! We will look at it ASAP.\nYou failed to enter the tag. I have recieved your screenshot.\n\nBest regards,\nBo",
};

// The page is one file when it was built as one; the engine is then in it.
const held = by("engine")?.textContent;
const engine = await load(
  held ? { wasm: Uint8Array.from(atob(held), (letter) => letter.charCodeAt(0)) } : {});
const draft = engine.draft();
let opened = {}; // what an opened reply says beside the fields
let incoming; // the bytes of an opened message, while its text is untouched
let cards = []; // of the findings shown, in text order
let seen = ""; // the text that the findings are about

// --- showing what was found ---------------------------------------------------------------------

function element(tag, properties, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children.filter(Boolean));
  return made;
}

function button(text, act) {
  const made = element("button", { type: "button" }, text);
  made.addEventListener("click", act);
  return made;
}

const asks = ({ level }) => level === "warning" || level === "error";
const shortened = (text) => (text.length > 60 ? text.slice(0, 57) + "…" : text).replace(/\s+/g, " ");

// Puts `fix` into the text; the caret goes there, and the next check says what is left.
function apply(fix) {
  if (textOf() === seen) replace(fix);
}

function card(finding) {
  const { rule, level, message, part, begin, end, text } = finding;
  const { name, why, instead } = engine.rule(rule);
  const made = element("article",
    { className: "card " + (asks(finding) ? "confirm" : level), tabIndex: -1, ariaLabel: message },
    element("p", { className: "label" }, element("b", {}, LEVEL_NAMES[level]), ` · ${name}`),
    element("p", {}, message),
    element("details", {}, element("summary", {}, "Why this matters"),
      element("p", {}, why), instead && element("p", {}, instead)));
  made.dataset.rule = rule;
  if (part !== "body") return made;
  if (end > begin)
    made.append(button(`Show “${shortened(text)}”`, () => select(begin, end)));
  for (const fix of finding.fixes)
    made.append(button(fix.replacement ? `Replace with “${shortened(fix.replacement)}”` : "Take it out",
      () => apply(fix)));
  for (const replacement of finding.suggestions)
    if (!finding.fixes.some((fix) => fix.replacement === replacement))
      made.append(button(`Replace with “${replacement}”`, () => apply({ begin, end, replacement })));
  return made;
}

// A card whose finding says what it said before stays, and with it its focus and what is unfolded.
function kept(finding, before) {
  const key = JSON.stringify(finding);
  const at = before.findIndex((it) => it.key === key);
  if (at >= 0) return before.splice(at, 1)[0];
  return { key, finding, node: card(finding) };
}

// A word is not misspelt while somebody is still writing it.
function beingWritten({ rule, end }) {
  const selection = getSelection();
  const caret = selection.isCollapsed && by("reply").contains(selection.anchorNode) && rangeOf(end - 1, end);
  return Boolean(caret) && engine.rule(rule).kind === "spelling" &&
    caret.endContainer === selection.anchorNode && caret.endOffset === selection.anchorOffset;
}

function show(report) {
  const before = cards;
  cards = report.findings.filter((finding) => !beingWritten(finding))
    .map((finding) => kept(finding, before));
  const sections = [];
  for (const [pillar, title] of Object.entries(PILLARS)) {
    const mine = cards.filter(({ finding }) => finding.pillar === pillar);
    const [practice, open] = [true, false].map((coach) =>
      mine.filter(({ finding }) => (finding.level === "coach") === coach).map(({ node }) => node));
    const done = report.strengths.filter((it) => it.pillar === pillar);
    if (!mine.length && !done.length) continue;
    sections.push(element("section", { ariaLabel: title }, element("h3", {}, title),
      done.length && element("ul", { className: "done" },
        ...done.map(({ message }) => element("li", {}, message))),
      ...open,
      practice.length && element("details", { className: "practice", open: unfolded.has(pillar) },
        element("summary", { className: "quiet" }, `${practice.length} for practice`), ...practice)));
    sections.at(-1).dataset.pillar = pillar;
  }
  replaceChildrenKeepingFocus(by("pillars"), sections);
  mark();
  const count = cards.filter(({ finding }) => finding.level !== "coach").length;
  say(VERDICT_NAMES[report.verdict] + (count ? ` ${count} ${count === 1 ? "remark" : "remarks"}.` : ""));
  const reasons = new Set(report.skipped.map(({ reason }) => reason));
  by("skipped").replaceChildren(...[...reasons].map((it) => element("li", {}, `Not checked: ${it}`)));
}

const unfolded = new Set(); // pillars whose practice is
by("pillars").addEventListener("toggle", ({ target }) => {
  const pillar = target.className === "practice" && target.closest("section")?.dataset.pillar;
  if (pillar) unfolded[target.open ? "add" : "delete"](pillar);
}, true);

function replaceChildrenKeepingFocus(parent, children) {
  const focused = parent.contains(document.activeElement) ? document.activeElement : undefined;
  parent.replaceChildren(...children);
  if (focused) (focused.isConnected ? focused : by("reply")).focus();
}

// Said aloud by a screen reader, so only where it says something new.
function say(text) {
  if (by("verdict").textContent !== text) by("verdict").textContent = text;
}

function mark() {
  const marks = { confirm: [], remark: [] };
  for (const { finding } of cards) {
    if (finding.part !== "body" || finding.end === finding.begin || finding.level === "coach") continue;
    const range = rangeOf(finding.begin, finding.end);
    if (range) marks[asks(finding) ? "confirm" : "remark"].push(range);
  }
  for (const [name, ranges] of Object.entries(marks)) CSS.highlights?.set(name, new Highlight(...ranges));
}

function point(at) {
  cards.forEach(({ node }, index) => node.classList.toggle("current", index === at));
  const { finding, node } = cards[at] ?? {};
  const range = finding?.part === "body" && rangeOf(finding.begin, finding.end);
  CSS.highlights?.set("current", range ? new Highlight(range) : new Highlight());
  if (node) node.closest("details")?.setAttribute("open", "");
  node?.scrollIntoView({ block: "nearest" });
}

// --- checking -------------------------------------------------------------------------------------

function check() {
  seen = textOf();
  const mail = { ...opened, text: seen, now: new Date().toISOString() };
  for (const id of ["to", "subject", "profile", "stage"]) if (by(id).value.trim()) mail[id] = by(id).value;
  if (by("incoming").value.trim()) mail.incoming = incoming ?? by("incoming").value;
  try {
    show(draft.check(mail, { suggest: true }));
  } catch (error) {
    say(error.message);
  }
}

let timer = 0;
function soon() {
  clearTimeout(timer);
  timer = setTimeout(check, QUIET_MS);
}

// --- opening messages -----------------------------------------------------------------------------

function read(bytes) {
  const { body, facts } = engine.check({ raw: bytes }, { facts: ["header"] });
  const head = Object.fromEntries(facts.header.map(({ name, value }) => [name, value]));
  const page = /<(html|body|p|div|br)\b/i.test(body) &&
    new DOMParser().parseFromString(body, "text/html").body;
  if (!page) return { head, text: body };
  for (const end of page.querySelectorAll("br, p, div, li, tr")) end.after("\n");
  return { head, text: page.textContent.replace(/\n{3,}/g, "\n\n").trim() };
}

const openers = {
  async incoming(file) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const { head, text } = read(bytes);
    by("incoming").value = text;
    incoming = head.from ? bytes : undefined;
    check();
  },
  async reply(file) {
    const { head, text } = read(new Uint8Array(await file.arrayBuffer()));
    opened = {};
    for (const name of ["from", "cc", "date"]) if (head[name]) opened[name] = head[name];
    for (const name of ["to", "subject"]) by(name).value = head[name] ?? "";
    by("reply").textContent = text;
    check();
  },
};

for (const [id, open] of Object.entries(openers)) {
  const box = by(id);
  by(id + "-file").addEventListener("change", ({ target }) => {
    if (target.files[0]) open(target.files[0]);
    target.value = "";
  });
  const dropping = (on) => (event) => {
    event.preventDefault();
    box.classList.toggle("dropping", on);
  };
  box.addEventListener("dragover", dropping(true));
  box.addEventListener("dragleave", dropping(false));
  box.addEventListener("drop", (event) => {
    dropping(false)(event);
    event.stopPropagation();
    if (event.dataTransfer.files[0]) open(event.dataTransfer.files[0]);
  });
}
// Missed by an inch, a drop must not take the page away.
document.addEventListener("dragover", (event) => event.preventDefault());
document.addEventListener("drop", (event) => {
  event.preventDefault();
  if (event.dataTransfer.files[0]) openers.reply(event.dataTransfer.files[0]);
});

// --- keys and the caret ---------------------------------------------------------------------------

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && by("pillars").contains(document.activeElement)) by("reply").focus();
  if (event.key !== "F8") return;
  event.preventDefault();
  const listed = [...by("pillars").querySelectorAll(".card")].filter((it) => it.checkVisibility());
  if (!listed.length) return;
  const from = listed.indexOf(document.activeElement.closest(".card"));
  const step = event.shiftKey ? -1 : 1;
  const next = listed.at(from < 0 ? (step > 0 ? 0 : -1) : (from + step) % listed.length);
  next.focus();
});
by("pillars").addEventListener("focusin", ({ target }) =>
  point(cards.findIndex(({ node }) => node === target.closest(".card"))));
document.addEventListener("selectionchange", () => {
  const selection = getSelection();
  if (!selection.rangeCount || !by("reply").contains(selection.anchorNode)) return;
  const caret = selection.getRangeAt(0);
  point(cards.findIndex(({ finding: { part, begin, end, level } }) => {
    const range = part === "body" && level !== "coach" && end > begin && rangeOf(begin, end);
    return range && range.compareBoundaryPoints(Range.START_TO_START, caret) <= 0 &&
      range.compareBoundaryPoints(Range.END_TO_END, caret) >= 0;
  }));
});

for (const [id, choices] of Object.entries({ profile: PROFILES, stage: STAGES }))
  by(id).append(...Object.entries(choices).map(([name, title]) => new Option(title, name)));
for (const id of ["profile", "stage"]) by(id).addEventListener("change", check);
for (const id of ["incoming", "to", "subject", "reply"]) by(id).addEventListener("input", soon);
by("incoming").addEventListener("input", () => (incoming = undefined));
by("colours").addEventListener("change", ({ target }) =>
  (document.documentElement.style.colorScheme = target.value));
for (const id of ["incoming", "to", "subject"]) by(id).value = SAMPLE[id];
by("reply").textContent = SAMPLE.reply;
check();
document.documentElement.dataset.ready = "yes";
