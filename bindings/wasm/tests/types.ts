// Compiled, never run: what a program in TypeScript may write, and what it may not.
import { load, DesksideError, type Finding, type Report, type Verdict } from "deskside";

const engine = await load({
  options: { "rule.tone-*": "off" }, words: ["grommet"], config: { text: "format = 1", trusted: false },
});
const report: Report = engine.check({ text: "Hi", zones: [{ kind: "quote", begin: 0, end: 2 }] });
const worst: Verdict = report.verdict;
const lines: string[] = report.findings.map(({ rule, begin, end, fixes }: Finding) =>
  `${rule} ${begin + end} ${fixes.map((fix) => fix.replacement).join()} ${engine.rule(rule)?.why} ${worst}`);
const rules: string[] = Object.keys(engine.document([report]).rules).concat(lines);
try {
  engine.suggest(rules[0] ?? "", 3);
} catch (error) {
  if (error instanceof DesksideError && error.status === "option") throw error;
}
const draft = engine.draft();
const asTyped: Report = draft.check({ text: "Hi" }, { suggest: true });
draft.close();
console.log(rules, asTyped.first);
// @ts-expect-error a mail has no such part
engine.check({ texts: "Hi" });
// @ts-expect-error nor a unit of this name
engine.check("Hi", { unit: "words" });
// @ts-expect-error rules are read only
engine.rules[0].level = "error";
