// harper.js with its default rules, over files.
import { readFileSync } from "node:fs";
import { LocalLinter } from "harper.js";
import { binary } from "harper.js/binary";

const linter = new LocalLinter({ binary });
for (const path of process.argv.slice(2)) {
  for (const lint of await linter.lint(readFileSync(path, "utf8"))) {
    console.log(`${path}: ${lint.message()}`);
  }
}
