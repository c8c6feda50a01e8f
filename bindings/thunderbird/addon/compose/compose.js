// In the editor: shows and replaces words, underlines while writing where that is wanted, and keeps
// the add-on awake while somebody writes.
"use strict";

(() => {
  const { read, rangeOf, find } = globalThis.desksideReader;
  const AWAKE_MS = 20_000; // Thunderbird puts a background page to sleep after 30 s
  const QUIET_MS = 700; // of not typing, before words are looked at

  const plain = () => document.body?.hasAttribute("_moz_text_document") ||
    /white-space:\s*pre/.test(document.body?.getAttribute("style") ?? "");
  const ask = (message) => browser.runtime.sendMessage(message).catch(() => undefined);

  function locate({ begin, words }) {
    const now = read(document.body, plain());
    const at = words ? find(now.text, words, begin) : begin;
    return at < 0 ? undefined : rangeOf(now, at, at + words.length);
  }

  function show(place) {
    const range = locate(place);
    if (!range) return false;
    const selection = document.getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
    const element = range.startContainer.parentElement;
    element?.scrollIntoView({ block: "center" });
    return true;
  }

  function replace({ begin, words, replacement }) {
    if (!show({ begin, words })) return false;
    // The editor's own command, so that undo works.
    return replacement
      ? document.execCommand("insertText", false, replacement)
      : document.execCommand("delete");
  }

  // --- underlines -------------------------------------------------------------------------------

  let underlining = false;
  let timer = 0;
  const known = new Map(); // paragraph -> what was found in it

  const levels = { confirm: ["error", "warning"], remark: ["suggestion"] };

  async function look() {
    const now = read(document.body, plain());
    const own = (at) => !now.zones.some(({ begin, end }) => at >= begin && at < end);
    const ranges = { confirm: [], remark: [] };
    const paragraphs = [];
    for (const match of now.text.matchAll(/[^\n]+(?:\n[^\n]+)*/g))
      if (own(match.index)) paragraphs.push({ text: match[0], at: match.index });
    const fresh = paragraphs.filter(({ text }) => !known.has(text)).map(({ text }) => text);
    if (fresh.length) {
      const found = await ask({ type: "look", paragraphs: fresh });
      if (!found) return;
      fresh.forEach((text, at) => known.set(text, found[at]));
    }
    for (const { text, at } of paragraphs)
      for (const { begin, end, level } of known.get(text)) {
        const range = rangeOf(now, at + begin, at + end);
        for (const [name, of] of Object.entries(levels))
          if (range && of.includes(level)) ranges[name].push(range);
      }
    for (const name of Object.keys(levels))
      CSS.highlights.set(`deskside-${name}`, new Highlight(...ranges[name]));
    if (known.size > 500) known.clear();
  }

  function underline(wanted) {
    if (wanted === underlining) return;
    underlining = wanted;
    known.clear();
    if (wanted) look();
    else for (const name of Object.keys(levels)) CSS.highlights.delete(`deskside-${name}`);
  }

  new MutationObserver(() => {
    if (!underlining) return;
    clearTimeout(timer);
    timer = setTimeout(() => look().catch(console.error), QUIET_MS);
  }).observe(document, { childList: true, characterData: true, subtree: true });

  browser.runtime.onMessage.addListener((message) => {
    if (message.type === "show") return Promise.resolve(show(message));
    if (message.type === "replace") return Promise.resolve(replace(message));
    if (message.type === "underline") return Promise.resolve(underline(message.wanted));
    return undefined;
  });

  const awake = async () => underline((await ask({ type: "awake" })) === "underline");
  awake();
  setInterval(awake, AWAKE_MS);
})();
