// The smallest complete program in JavaScript: checks a text given as its argument, or a sentence of
// its own, and prints what there is to say.
//
//   npm install deskside && node check.mjs
import { load } from "deskside";

const text = process.argv[2] ?? "As I already said, the licence is per device.";
const { verdict, findings } = (await load()).check(text);
for (const { rule, message } of findings) console.log(`${rule}: ${message}`);
process.exitCode = ["confirm", "block"].includes(verdict) ? 1 : 0;
