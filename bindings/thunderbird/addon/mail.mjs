// A message being composed, as the engine wants it.
import "./compose/reader.js";

const { read } = globalThis.desksideReader;
const INCOMING_LIMIT = 1 << 20; // bytes of the answered message that are read

const addresses = (list) =>
  (Array.isArray(list) ? list : list ? [list] : []).filter((it) => typeof it === "string").join(", ");

export function readBody(details) {
  const page = new DOMParser().parseFromString(details.body ?? "", "text/html");
  return read(page.body, details.isPlainText === true);
}

// The message that is answered, whole. Kept, since it is asked for at every check of a mail.
const incoming = new Map();

export async function incomingOf(details) {
  const id = details.relatedMessageId;
  if (!id || details.type !== "reply") return undefined;
  if (!incoming.has(id)) {
    if (incoming.size > 8) incoming.clear();
    incoming.set(id, fetchMessage(id));
  }
  return incoming.get(id);
}

async function fetchMessage(id) {
  try {
    const file = await browser.messages.getRaw(id, { data_format: "File" });
    return new Uint8Array(await file.slice(0, INCOMING_LIMIT).arrayBuffer());
  } catch (error) {
    console.warn("deskside: the answered message cannot be read:", error.message);
    return undefined;
  }
}

// The names of what is attached, asked for while somebody writes: on Send a round trip is felt.
const attached = new Map();

export function attachedTo(tabId) {
  if (!attached.has(tabId)) {
    if (attached.size > 32) attached.clear();
    const names = browser.compose.listAttachments(tabId).then((all) => all.map(({ name }) => name));
    names.catch(() => attached.delete(tabId));
    attached.set(tabId, names);
  }
  return attached.get(tabId);
}

export function attachmentsChanged(tabId) {
  attached.delete(tabId);
  attachedTo(tabId).catch(console.error);
}

// What the messages of one thread have in common: the first message's id.
const threads = new Map();

export async function threadOf({ relatedMessageId: id }) {
  if (!id) return "";
  if (!threads.has(id)) threads.set(id, fetchThread(id));
  return threads.get(id);
}

async function fetchThread(id) {
  try {
    const { headers } = await browser.messages.getFull(id);
    return /<[^>]+>/.exec(headers.references?.[0] ?? headers["message-id"]?.[0] ?? "")?.[0] ?? "";
  } catch {
    return "";
  }
}

export const headersOf = ({ subject, from, to, cc, bcc }) => ({
  subject: subject ?? "", from: addresses(from), to: addresses(to), cc: addresses(cc),
  bcc: addresses(bcc),
});

export async function mailOf(tabId, details) {
  const [answered, attachments] = await Promise.all([incomingOf(details), attachedTo(tabId)]);
  const { text, zones } = readBody(details);
  return {
    text,
    zones,
    ...headersOf(details),
    date: new Date().toISOString().replace(/\.\d+/, ""),
    attachments,
    incoming: answered,
  };
}
