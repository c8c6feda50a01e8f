// Reads a compose document: the text as a person sees it, where each character stands in the
// document, and whose words they are by Thunderbird's own markup. The same reader runs over the
// parsed body on Send and over the live editor, so that a finding's place holds in both.
//
// Not a module: Thunderbird loads compose scripts as classic scripts.
"use strict";

globalThis.desksideReader = (() => {
  const BLOCKS = new Set([
    "ADDRESS", "BLOCKQUOTE", "BODY", "DD", "DIV", "DL", "DT", "H1", "H2", "H3", "H4", "H5", "H6",
    "HR", "LI", "OL", "P", "PRE", "SECTION", "ARTICLE", "TABLE", "TR", "UL",
  ]);
  const APART = new Set(["BLOCKQUOTE", "DL", "H1", "H2", "H3", "OL", "P", "PRE", "TABLE", "UL"]);
  const SILENT = new Set(["HEAD", "SCRIPT", "STYLE", "TEMPLATE", "TITLE"]);

  function zoneOf(element, plain) {
    const has = (name) => element.classList.contains(name);
    if (has("moz-signature")) return "signature";
    if (has("moz-cite-prefix")) return "attribution";
    if (has("moz-forward-container")) return "forwarded";
    if (element.tagName === "BLOCKQUOTE" && element.getAttribute("type") === "cite") return "quote";
    if (has("moz-quote-pre")) return "quote";
    // How a plain-text reply holds its quote: one span that keeps its own line breaks.
    if (plain && element.tagName === "SPAN" && /pre-wrap/.test(element.getAttribute("style") ?? "") &&
        /^\s*>/.test(element.textContent)) return "quote";
    if (element.tagName === "PRE" && !plain) return "code";
    return "";
  }

  function keepsBreaks(element) {
    return element.tagName === "PRE" ||
      /white-space:\s*(pre|break-spaces)/.test(element.getAttribute("style") ?? "");
  }

  // {text, zones: [{kind, begin, end}], places: [{at, node, offset}]}: each place says that the
  // characters from `at` on stand in `node` from `offset` on.
  function read(body, plain = false) {
    let text = "";
    const zones = [];
    const places = [];

    function lines(count) {
      if (!text) return;
      const there = /\n*$/.exec(text)[0].length;
      if (there < count) text += "\n".repeat(count - there);
    }

    function characters(node, keep) {
      const data = node.data;
      let next = -1; // where the next character must stand to belong to the last place
      for (let at = 0; at < data.length; ++at) {
        let unit = data[at];
        if (unit === "\r") continue;
        if (!keep && /[ \t\n\f]/.test(unit)) {
          if (!text || /[\n ]$/.test(text)) continue;
          unit = " ";
        }
        if (at !== next) places.push({ at: text.length, node, offset: at });
        text += unit;
        next = at + 1;
      }
    }

    function walk(node, keep) {
      if (node.nodeType === 3) return characters(node, keep);
      if (node.nodeType !== 1 || SILENT.has(node.tagName)) return undefined;
      if (node.tagName === "BR") {
        text = text.replace(/ $/, "") + "\n";
        return undefined;
      }
      const block = BLOCKS.has(node.tagName);
      const apart = APART.has(node.tagName) && !node.classList.contains("moz-signature");
      if (block) lines(apart ? 2 : 1);
      const zone = zoneOf(node, plain);
      if (zone) lines(1);
      const begin = text.length;
      if (node.tagName === "LI") text += "- ";
      for (const child of node.childNodes) walk(child, keep || keepsBreaks(node));
      if (block || zone) lines(1);
      if (zone && text.length > begin) zones.push({ kind: zone, begin, end: text.length });
      if (apart) lines(2);
      return undefined;
    }

    walk(body, keepsBreaks(body));
    return { text, zones: outermost(zones), places };
  }

  // A quote within a quote is said already.
  function outermost(zones) {
    const all = zones.toSorted((a, b) => a.begin - b.begin || b.end - a.end);
    const kept = [];
    for (const zone of all) if (!kept.length || zone.begin >= kept.at(-1).end) kept.push(zone);
    return kept;
  }

  function placeOf(places, at) {
    let low = 0;
    let high = places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (places[middle].at <= at) low = middle + 1;
      else high = middle;
    }
    const place = places[low - 1];
    if (!place) return undefined;
    return { node: place.node, offset: Math.min(place.offset + at - place.at, place.node.length) };
  }

  // The document range of characters [begin, end).
  function rangeOf(read, begin, end) {
    const first = placeOf(read.places, begin);
    const last = placeOf(read.places, Math.max(begin, end - 1));
    if (!first || !last) return undefined;
    const range = first.node.ownerDocument.createRange();
    range.setStart(first.node, first.offset);
    range.setEnd(last.node, Math.min(last.offset + (end > begin ? 1 : 0), last.node.length));
    return range;
  }

  // Where `words` stand now: at `begin`, or else nearest to it; -1 where they are gone.
  function find(text, words, begin) {
    if (text.startsWith(words, begin)) return begin;
    const after = text.indexOf(words, begin);
    const before = text.lastIndexOf(words, begin);
    if (after < 0 || before < 0) return Math.max(after, before);
    return after - begin < begin - before ? after : before;
  }

  return { read, rangeOf, find };
})();
