// Every setting at once; what the team's policy fixes is shown as locked.
import { ask, element, localise, say } from "../l10n.mjs";
import { save } from "../settings.mjs";

const LEVELS = ["off", "coach", "suggestion", "warning", "error"];
const PROFILES = ["", "coursera", "eltoro", "mosaic", "hand-holding"];
const by = (id) => document.getElementById(id);

let chosen = await ask({ type: "settings" });
const locked = (key) => chosen.locked.includes(key);

// --- plain settings ---------------------------------------------------------------------------------

function showSettings() {
  by("profile").replaceChildren(...PROFILES.map((it) => new Option(it || say("profileNone"), it)));
  for (const field of document.querySelectorAll("[data-key]")) {
    const { key } = field.dataset;
    if (field.type === "checkbox") field.checked = chosen[key];
    else field.value = chosen[key];
    field.disabled = locked(key);
    if (field.disabled) field.title = chosen.reason || say("locked");
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
  const picked = new Set(chosen.identities ?? []);
  by("identities").append(...all.map(({ id, email, name }) => {
    const box = element("input", { type: "checkbox", checked: picked.has(id), value: id });
    box.disabled = locked("identities");
    box.addEventListener("change", () => {
      if (box.checked) picked.add(id);
      else picked.delete(id);
      save({ identities: [...picked] });
    });
    return element("label", {}, box, ` ${name ? `${name} ` : ""}<${email}>`);
  }));
}

function showListening() {
  const { left, stopped, rules } = chosen.listening;
  by("listening").textContent = left > 0 ? say("listeningLeft", left) : "";
  const counted = Object.entries(rules).sort((a, b) => b[1] - a[1]);
  by("begin").hidden = location.hash !== "#begin";
  by("listened").textContent = say("wouldHaveStopped", stopped);
  by("listened-rules").replaceChildren(...counted.map(([rule, times]) =>
    element("li", {}, `${rule}: ${times}`)));
  by("begin-now").addEventListener("click", async () => {
    await save({ listening: { left: 0, stopped: 0, rules: {} } });
    by("begin").hidden = true;
  });
  by("listen-on").addEventListener("click", async () => {
    await save({ listening: { left: 20, stopped: 0, rules: {} } });
    by("begin").hidden = true;
  });
}

// --- words --------------------------------------------------------------------------------------------

function showWords() {
  by("words").value = chosen.words;
  by("words").disabled = locked("words");
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

// --- rules --------------------------------------------------------------------------------------------

function ruleItem(rule) {
  const select = element("select", { ariaLabel: `${say("level")}: ${rule.name}` },
    ...LEVELS.map((level) => new Option(say(`level_${level}`), level)));
  select.value = rule.active ? rule.level : "off";
  select.disabled = chosen.lockedRules.includes(rule.id);
  if (select.disabled) select.title = chosen.reason || say("locked");
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
  return { item, words: `${rule.id} ${rule.name} ${rule.why} ${rule.pillar}`.toLowerCase() };
}

async function showRules() {
  const { rules } = await ask({ type: "rules" });
  const items = rules.map(ruleItem);
  by("rules").replaceChildren(...items.map(({ item }) => item));
  const filter = () => {
    const wanted = by("search").value.toLowerCase().trim();
    for (const { item, words } of items) item.hidden = !words.includes(wanted);
    by("rule-count").textContent = say("ruleCount", items.filter(({ item }) => !item.hidden).length);
  };
  by("search").addEventListener("input", filter);
  filter();
}

localise();
showSettings();
showListening();
showWords();
await Promise.all([showIdentities(), showRules()]);
