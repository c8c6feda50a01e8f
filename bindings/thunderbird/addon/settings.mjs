// What the person chose, and above it what the team's policy fixes. Nothing leaves this profile.

export const DEFAULTS = {
  profile: "",
  gate: "warning",
  rules: {}, // id or glob -> level
  words: "",
  identities: null, // ids of support identities; null until the person has been asked
  underline: false,
  promises: false,
  askReason: false, // for every override, not for blocks alone
  pausedUntil: 0,
  incident: 0, // until when; blocks stay on
  // The gentle start: how many mails are still only listened to, and what would have been stopped.
  listening: { left: 20, stopped: 0, rules: {} },
  waved: {}, // fingerprint -> day
  overrides: {}, // rule -> how often it was sent anyway
  attachmentReminder: true, // leave a forgotten attachment to Thunderbird's own reminder
  due: [], // promises: {thread, due, what, to, kept}
  fault: "",
};

// The profiles of the shipped pack; a team's own may be another.
const PROFILES = ["coursera", "eltoro", "mosaic", "hand-holding", "experts", "internal", "incident",
  "broadcast", "legal", "abuse"];
export const profilesWith = (chosen) => [...new Set(["", ...PROFILES, chosen])];

// Keys of the policy that are not settings of their own.
const POLICY_ONLY = ["packs", "reason"];

async function policy() {
  try {
    return (await browser.storage.managed.get()) ?? {};
  } catch {
    return {}; // there is no policy file
  }
}

// The background page reads once, and again after a change: on Send every round trip is felt. The
// other pages read each time and tell it what they changed. (Thunderbird has an event for changes,
// and puts an error into the console whenever a page that listens to it closes or goes to sleep.)
let caching = false;
let read;

export function readOnce() {
  caching = true;
}

export function readAgain() {
  read = undefined;
}

export async function settings() {
  if (!caching) read = undefined;
  read ??= Promise.all([browser.storage.local.get(DEFAULTS), policy()]);
  const [own, team] = structuredClone(await read.catch((error) => {
    read = undefined;
    throw error;
  }));
  const merged = { ...own, locked: [], packs: team.packs ?? [], reason: team.reason ?? "" };
  for (const [key, value] of Object.entries(team)) {
    if (POLICY_ONLY.includes(key) || !(key in DEFAULTS)) continue;
    merged.locked.push(key);
    if (key === "rules") merged.rules = { ...own.rules, ...value };
    else if (key === "words") merged.words = `${own.words}\n${value}`;
    else merged[key] = value;
  }
  merged.lockedRules = Object.keys(team.rules ?? {});
  return merged;
}

// Has the team fixed this rule, by its id or by a glob such as "tone-*"?
export const isLocked = (rule, lockedRules) => lockedRules.some((glob) =>
  new RegExp(`^${glob.replace(/[^\w*-]/g, "\\$&").replaceAll("*", ".*")}$`).test(rule));

export async function save(values) {
  read = undefined;
  await browser.storage.local.set(values);
  read = undefined;
  if (!caching) await browser.runtime.sendMessage({ type: "changed" });
}

export const today = () => new Date().toLocaleDateString("sv"); // 2026-11-22, in local time
