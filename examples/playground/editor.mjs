// The editable text: its characters, ranges of them, and changes that can be undone.
const reply = document.getElementById("reply");

function nodes() {
  const found = [];
  const walker = document.createTreeWalker(reply, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let at = 0; walker.nextNode();) {
    const node = walker.currentNode;
    const size = node.nodeType === Node.TEXT_NODE ? node.length : node.tagName === "BR" ? 1 : 0;
    if (size) found.push({ node, at, size });
    at += size;
  }
  return found;
}

export const textOf = () => nodes().map(({ node }) => node.data ?? "\n").join("");

// Where [begin, end) stands; undefined where the text has become another.
export function rangeOf(begin, end) {
  const range = new Range();
  for (const { node, at, size } of nodes()) {
    if (node.nodeType !== Node.TEXT_NODE) continue;
    if (begin >= at && begin < at + size) range.setStart(node, begin - at);
    if (end > at && end <= at + size) {
      range.setEnd(node, end - at);
      return range;
    }
  }
  return undefined;
}

export function select(begin, end) {
  const range = rangeOf(begin, end);
  if (!range) return;
  reply.focus();
  const selection = getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
}

export function replace({ begin, end, replacement }) {
  if (end > begin) select(begin, end);
  else if (begin > 0) {
    select(begin - 1, begin);
    getSelection().collapseToEnd();
  } else {
    reply.focus();
    getSelection().collapse(reply, 0);
  }
  // The browser's own command, so that undo works.
  document.execCommand(replacement ? "insertText" : "delete", false, replacement);
}
