// What was promised in mails that were sent. Kept only where the person wants it, in this profile.
import { save, settings } from "./settings.mjs";

const LIMIT = 500;

const same = (one, other) =>
  one.thread === other.thread && one.due === other.due && one.what === other.what;

export const openIn = (promises, thread) =>
  promises.filter((it) => it.thread === thread && !it.kept);

// Those that are late, or due before the day is over.
export function dueBy(promises, now = new Date()) {
  const evening = new Date(now).setHours(23, 59, 59, 999);
  return promises.filter(({ due }) => Date.parse(due) <= evening);
}

export function promisesOf(report, details) {
  const facts = (report.facts.promise ?? []).filter((fact) => fact.in === "mail" && fact.value);
  return facts.map(({ text, value }) => ({ due: value, what: text, to: String(details.to) }));
}

export async function remember(promises, thread) {
  const { due } = await settings();
  const fresh = promises.map((it) => ({ ...it, thread }))
    .filter((it) => !due.some((known) => same(it, known)));
  if (fresh.length) await save({ due: [...due, ...fresh].slice(-LIMIT) });
}

export async function keepPromise(promise, kept = new Date().toISOString()) {
  const { due } = await settings();
  await save({ due: due.map((it) => (same(it, promise) ? { ...it, kept } : it)) });
}

export async function forgetPromise(promise) {
  const { due } = await settings();
  await save({ due: due.filter((it) => !same(it, promise)) });
}
