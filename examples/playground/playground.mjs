// One page on the WASM build. It reads the two messages, marks what it finds and offers the fixes.
import { load } from "./deskside.mjs";

const by = (id) => document.getElementById(id);
const PILLARS = ["empathy", "tone", "acknowledgement", "trust", "basics"];
const LEVELS = { error: "Please look again", warning: "Please look again", suggestion: "Remark",
  coach: "For practice" };
const VERDICTS = {
  pass: "Nothing to say: it is ready to go.",
  advise: "Ready to go, with remarks.",
  confirm: "Please look again before this goes.",
  block: "This should not go as it is.",
};
const STAGES = ["", "first-reply", "asking", "fixing", "waiting", "refusing", "resolving",
  "following-up", "broadcast", "unknown"];
const PROFILES = ["", "coursera", "eltoro", "mosaic", "hand-holding"];
const QUIET_MS = 250;

const SAMPLE = {
  incoming: "Hello,\n\nsince Monday the printer on the second floor prints blank pages. I have " +
    "changed the toner. Is there anything else I can try, and when will somebody come?\n\nAnn Lee",
  reply: "Hi Ann,\n\nAs I already said, you simply have to restart the printer!! We will look at it " +
    "ASAP.\nYou failed to enter the tag. I have recieved your screenshot.\n\nBest regards,\nBo",
};

const engine = await load();
let head = {}; // what an opened mail says beside its text

// --- the editable text ------------------------------------------------------------------------------

function nodes() {
  const found = [];
  const walker = document.createTreeWalker(by("reply"), NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let at = 0; walker.nextNode();) {
    const node = walker.currentNode;
    const size = node.nodeType === Node.TEXT_NODE ? node.length : node.tagName === "BR" ? 1 : 0;
    if (size) found.push({ node, at, size });
    at += size;
  }
  return found;
}

const textOf = () => nodes().map(({ node }) => node.data ?? "\n").join("");

function rangeOf(begin, end) {
  const range = new Range();
  for (const { node, at, size } of nodes()) {
    if (node.nodeType !== Node.TEXT_NODE) continue;
    if (begin >= at && begin < at + size) range.setStart(node, begin - at);
    if (end > at && end <= at + size) {
      range.setEnd(node, end - at);
      return range;
    }
  }
  return undefined;
}

function select(begin, end) {
  const range = rangeOf(begin, end);
  if (!range) return;
  by("reply").focus();
  const selection = getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
}

function replace({ begin, end, replacement }) {
  select(begin, end);
  // The browser's own command, so that undo works.
  document.execCommand(replacement ? "insertText" : "delete", false, replacement);
}

// --- showing what was found ---------------------------------------------------------------------------

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

function card(finding, open) {
  const { rule, level, message, part, begin, end, text } = finding;
  const { name, why, instead } = engine.rule(rule);
  const made = element("div", { className: open ? "finding confirm" : "finding" },
    element("p", { className: "label" }, element("b", {}, LEVELS[level]), ` · ${name}`),
    element("p", {}, message),
    element("details", {}, element("summary", {}, "Why this matters"), `${why} ${instead}`));
  made.dataset.rule = rule;
  if (part !== "body") return made;
  if (end > begin) made.append(button(`Show “${text}”`, () => select(begin, end)));
  for (const fix of finding.fixes)
    made.append(button(fix.replacement ? `Replace with “${fix.replacement}”` : "Take it out",
      () => replace(fix)));
  for (const replacement of finding.suggestions)
    if (!finding.fixes.some((fix) => fix.replacement === replacement))
      made.append(button(`Replace with “${replacement}”`, () => replace({ begin, end, replacement })));
  return made;
}

function show(report) {
  by("verdict").textContent = VERDICTS[report.verdict];
  const marks = { confirm: [], remark: [] };
  const groups = [];
  for (const pillar of PILLARS) {
    const cards = [];
    for (const finding of report.findings.filter((it) => it.pillar === pillar)) {
      const open = finding.level === "warning" || finding.level === "error";
      const range = finding.part === "body" && finding.end > finding.begin &&
        rangeOf(finding.begin, finding.end);
      if (range && finding.level !== "coach") marks[open ? "confirm" : "remark"].push(range);
      cards.push(card(finding, open));
    }
    if (cards.length) groups.push(element("h3", {}, pillar[0].toUpperCase() + pillar.slice(1)), ...cards);
  }
  by("findings").replaceChildren(...groups);
  for (const [name, ranges] of Object.entries(marks))
    CSS.highlights?.set(name, new Highlight(...ranges));
  by("strengths").replaceChildren(...(report.strengths.length ? [
    element("h3", {}, "Done well"),
    element("ul", {}, ...report.strengths.map(({ message }) => element("li", {}, message))),
  ] : []));
  const reasons = new Set(report.skipped.map(({ reason }) => reason));
  by("skipped").replaceChildren(...[...reasons].map((it) => element("li", {}, `Not checked: ${it}`)));
}

function check() {
  const mail = { ...head, text: textOf(), now: new Date().toISOString() };
  if (by("incoming").value.trim()) mail.incoming = by("incoming").value;
  if (by("profile").value) mail.profile = by("profile").value;
  if (by("stage").value) mail.stage = by("stage").value;
  try {
    show(engine.check(mail, { suggest: true }));
  } catch (error) {
    by("verdict").textContent = error.message;
  }
}

// --- opening a mail -----------------------------------------------------------------------------------

async function open(file) {
  if (!file) return;
  const report = engine.check({ raw: new Uint8Array(await file.arrayBuffer()) }, { facts: ["header"] });
  head = {};
  for (const { name, value } of report.facts.header)
    if (["subject", "from", "to", "cc", "date"].includes(name)) head[name] = value;
  const html = /<(html|body|p|div|br)\b/i.test(report.body);
  const page = html && new DOMParser().parseFromString(report.body, "text/html");
  by("reply").textContent = page ? page.body.innerText || page.body.textContent : report.body;
  check();
}

let timer = 0;
const soon = () => {
  clearTimeout(timer);
  timer = setTimeout(check, QUIET_MS);
};
by("profile").append(...PROFILES.map((name) => new Option(name || "none", name)));
by("stage").append(...STAGES.map((name) => new Option(name || "read from the text", name)));
for (const id of ["profile", "stage"]) by(id).addEventListener("change", check);
for (const id of ["incoming", "reply"]) by(id).addEventListener("input", soon);
by("file").addEventListener("change", ({ target }) => open(target.files[0]));
document.addEventListener("dragover", (event) => event.preventDefault());
document.addEventListener("drop", (event) => {
  event.preventDefault();
  open(event.dataTransfer.files[0]);
});
by("incoming").value = SAMPLE.incoming;
by("reply").textContent = SAMPLE.reply;
check();
document.documentElement.dataset.ready = "yes";
