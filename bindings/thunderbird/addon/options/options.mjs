// Every setting at once; what the team's policy fixes is shown as locked.
import { ask, element, localise, promiseItem, say } from "../l10n.mjs";
import { forgetPromise, keepPromise } from "../promises.mjs";
import { isLocked, profilesWith, save, settings } from "../settings.mjs";

const LEVELS = ["off", "coach", "suggestion", "warning", "error"];
const by = (id) => document.getElementById(id);

const chosen = await settings();
const locked = (key) => chosen.locked.includes(key);

// A field that the team has fixed says so, in words beside it.
function lock(field) {
  field.disabled = true;
  const mark = element("small", { className: "locked" }, ` 🔒 ${chosen.reason || say("locked")}`);
  (field.closest("label") ?? field).after(mark);
}

// --- plain settings ---------------------------------------------------------------------------------

function showSettings() {
  by("profile").replaceChildren(...profilesWith(chosen.profile).map((it) =>
    new Option(it || say("profileNone"), it)));
  for (const field of document.querySelectorAll("[data-key]")) {
    const { key } = field.dataset;
    if (field.type === "checkbox") field.checked = chosen[key];
    else field.value = chosen[key];
    if (locked(key)) lock(field);
    field.addEventListener("change", () =>
      save({ [key]: field.type === "checkbox" ? field.checked : field.value }));
  }
  const until = Math.max(chosen.pausedUntil, chosen.incident);
  by("paused").hidden = until < Date.now();
  by("paused").firstElementChild.textContent = say("pausedUntil", new Date(until).toLocaleString());
  by("resume").addEventListener("click", async () => {
    await save({ pausedUntil: 0, incident: 0 });
    by("paused").hidden = true;
  });
  by("team").hidden = chosen.locked.length === 0;
  by("team").textContent = say("teamPolicy", chosen.reason);
  by("fault").hidden = !chosen.fault;
  by("fault").textContent = say("lastFault", chosen.fault);
}

// --- whose mail is judged -----------------------------------------------------------------------------

async function showIdentities() {
  const accounts = await browser.accounts.list();
  const all = accounts.flatMap(({ identities }) => identities);
  // Until somebody has said otherwise, mail from each of them is looked at.
  const picked = new Set(chosen.identities ?? all.map(({ id }) => id));
  by("identities").append(...all.map(({ id, email, name }) => {
    const box = element("input", { type: "checkbox", checked: picked.has(id), value: id,
      disabled: locked("identities") });
    box.addEventListener("change", () => {
      if (box.checked) picked.add(id);
      else picked.delete(id);
      save({ identities: [...picked] });
    });
    return element("label", {}, box, ` ${name ? `${name} ` : ""}<${email}>`);
  }));
  if (locked("identities")) lock(by("identities"));
}

function showListening() {
  const { left, stopped } = chosen.listening;
  by("listens").hidden = left === 0;
  by("listening").textContent = say("listeningLeft", left);
  by("begin").hidden = left === 0 || (location.hash !== "#begin" && stopped === 0);
  by("begin-early").hidden = !by("begin").hidden || locked("listening");
  by("listened").textContent = say("wouldHaveStopped", stopped);
  const begin = async () => {
    await save({ listening: { left: 0, stopped: 0, rules: {} } });
    by("begin").hidden = by("listens").hidden = true;
  };
  by("begin-now").addEventListener("click", begin);
  by("begin-early").addEventListener("click", begin);
  by("listen-on").addEventListener("click", async () => {
    await save({ listening: { left: 20, stopped: 0, rules: {} } });
    by("begin").hidden = true;
  });
}

// --- words --------------------------------------------------------------------------------------------

function showWords() {
  by("words").value = chosen.words;
  // The team's words are added to one's own, so these stay open.
  by("words").addEventListener("change", () => save({ words: by("words").value }));
  by("export").addEventListener("click", () => {
    const href = URL.createObjectURL(new Blob([by("words").value], { type: "text/plain" }));
    element("a", { href, download: "deskside-words.txt" }).click();
  });
  by("import").addEventListener("change", async ({ target }) => {
    const [file] = target.files;
    if (!file) return;
    const more = (await file.text()).split(/\r?\n/).filter(Boolean);
    const all = new Set([...by("words").value.split("\n").filter(Boolean), ...more]);
    by("words").value = `${[...all].join("\n")}\n`;
    await save({ words: by("words").value });
  });
}

// --- promises -----------------------------------------------------------------------------------------

async function showPromises() {
  const { due } = await settings();
  const change = (label, act) => {
    const made = element("button", { type: "button" }, say(label));
    made.addEventListener("click", () => act().then(showPromises));
    return made;
  };
  const byDate = due.toSorted((a, b) => Date.parse(a.due) - Date.parse(b.due));
  const forget = (it) => change("promiseForget", () => forgetPromise(it));
  by("promises-open").replaceChildren(...byDate.filter(({ kept }) => !kept).map((it) =>
    promiseItem(it, change("promiseKept", () => keepPromise(it)), forget(it))));
  const past = byDate.filter(({ kept }) => kept);
  by("promises-kept").replaceChildren(...past.map((it) => promiseItem(it, forget(it))));
  by("promises-past").hidden = past.length === 0;
}

// --- rules --------------------------------------------------------------------------------------------

function ruleItem(rule) {
  const select = element("select", { ariaLabel: `${say("level")}: ${rule.name}` },
    ...LEVELS.map((level) => new Option(say(`level_${level}`), level)));
  select.value = rule.active ? rule.level : "off";
  const fixed = isLocked(rule.id, chosen.lockedRules);
  select.addEventListener("change", async () => {
    const { rules } = await browser.storage.local.get({ rules: {} });
    await save({ rules: { ...rules, [rule.id]: select.value } });
  });
  const item = element("li", {},
    element("div", { className: "head" },
      element("span", {}, element("b", {}, rule.name), ` · ${say(`pillar_${rule.pillar}`)} `,
        element("code", { className: "quiet" }, rule.id)), select),
    element("details", {}, element("summary", {}, say("why")),
      element("p", {}, rule.why), element("p", {}, rule.instead),
      element("p", { className: "quiet" }, rule.source.join("; "))));
  if (fixed) lock(select);
  const { id, name, why, instead, pillar } = rule;
  const words = [id, name, why, instead, say(`pillar_${pillar}`)].join(" ").toLowerCase();
  return { item, words };
}

async function showRules() {
  const { rules } = await ask({ type: "rules" });
  const counted = Object.entries(chosen.listening.rules).sort((a, b) => b[1] - a[1]);
  by("listened-rules").replaceChildren(...counted.map(([id, times]) =>
    element("li", {}, `${rules.find((rule) => rule.id === id)?.name ?? id}: ${times}`)));
  const items = rules.map(ruleItem);
  by("rules").replaceChildren(...items.map(({ item }) => item));
  const filter = () => {
    const wanted = by("search").value.toLowerCase().split(/\s+/);
    for (const { item, words } of items) item.hidden = !wanted.every((it) => words.includes(it));
    by("rule-count").textContent = say("ruleCount", items.filter(({ item }) => !item.hidden).length);
  };
  by("search").addEventListener("input", filter);
  filter();
}

localise();
showSettings();
showListening();
showWords();
await Promise.all([showIdentities(), showPromises(), showRules()]);
