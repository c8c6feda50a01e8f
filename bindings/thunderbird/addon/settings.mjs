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
  due: [], // promises: {thread, due, what}
  fault: "",
};

// Keys of the policy that are not settings of their own.
const POLICY_ONLY = ["packs", "reason"];

async function policy() {
  try {
    return (await browser.storage.managed.get()) ?? {};
  } catch {
    return {}; // there is no policy file
  }
}

// Read once, and again after a change: on Send every round trip is felt.
let read;
browser.storage.onChanged.addListener((_, area) => {
  if (area === "local" || area === "managed") read = undefined;
});

export async function settings() {
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

export async function save(values) {
  read = undefined;
  await browser.storage.local.set(values);
  read = undefined;
}

export const today = () => new Date().toLocaleDateString("sv"); // 2026-11-22, in local time
