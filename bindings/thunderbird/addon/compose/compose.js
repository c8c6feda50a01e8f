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

  const levels = { confirm: ["error", "warning"], remark: ["suggestion"] };

  // Up to the writer's last own word: a long thread below it need not travel at each pause.
  function ownPart({ text, zones }) {
    let size = text.length;
    for (const { begin, end } of zones.toReversed())
      if (!text.slice(end, size).trim()) size = begin;
    return { text: text.slice(0, size), zones: zones.filter(({ begin }) => begin < size) };
  }

  async function look() {
    const now = read(document.body, plain());
    const found = await ask({ type: "look", ...ownPart(now) });
    if (!Array.isArray(found)) return; // asleep, or a fault that was said there
    const ranges = { confirm: [], remark: [] };
    for (const { begin, end, level } of found) {
      const range = rangeOf(now, begin, end);
      for (const [name, of] of Object.entries(levels))
        if (range && of.includes(level)) ranges[name].push(range);
    }
    for (const name of Object.keys(levels))
      CSS.highlights.set(`deskside-${name}`, new Highlight(...ranges[name]));
  }

  function underline(wanted) {
    if (wanted === underlining) return;
    underlining = wanted;
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
