// The engine, made once from the settings and made again where those that shape it change.
import { load } from "./engine/deskside.mjs";

let made; // {key, engine: Promise}

export function engineFor(settings) {
  const { profile, gate, rules, words, packs } = settings;
  const key = JSON.stringify([profile, gate, rules, words, packs]);
  if (made?.key !== key) {
    made?.engine.then((engine) => engine.close(), () => {});
    const mine = { key, engine: build(settings) };
    made = mine;
    mine.engine.catch(() => { if (made === mine) made = undefined; });
  }
  return made.engine;
}

async function build({ profile, gate, rules, words, packs }) {
  const options = { gate };
  for (const [id, level] of Object.entries(rules)) options[`rule.${id}`] = level;
  if (profile) options.profile = profile;
  const wasm = await globalThis.desksideModule.catch(() => undefined);
  const lexicons = packs.map(({ name, text, language = "en" }) => ({ pack: language, name, text }));
  try {
    return await load({ wasm, options, words, lexicons });
  } catch (error) {
    // A setting that the engine of today no longer knows must not end checking altogether. What
    // fails for another reason is tried again, with all settings, at the next mail.
    if (error.status !== "option" && error.status !== "lexicon") throw error;
    console.warn("deskside: settings were left out:", error.message);
    return load({ wasm, options: { gate }, words });
  }
}
