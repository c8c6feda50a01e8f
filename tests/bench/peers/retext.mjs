// retext with spelling, repeated words, equality, intensifiers and profanities, over files.
import { readFileSync } from "node:fs";
import { retext } from "retext";
import dictionary from "dictionary-en";
import equality from "retext-equality";
import intensify from "retext-intensify";
import profanities from "retext-profanities";
import repeatedWords from "retext-repeated-words";
import spell from "retext-spell";

const reader = retext()
  .use(spell, { dictionary })
  .use(repeatedWords)
  .use(equality)
  .use(intensify)
  .use(profanities)
  .freeze();
for (const path of process.argv.slice(2)) {
  const read = await reader.process(readFileSync(path, "utf8"));
  for (const message of read.messages) console.log(`${path}:${message}`);
}
