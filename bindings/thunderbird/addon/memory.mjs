// What is known of a compose window, in storage.session, since this page may be put to sleep at any
// time. Read once after waking; on Send every round trip is felt.

let mirror;

const slot = (kind, tabId) => `${kind}.${tabId}`;

function all() {
  mirror ??= browser.storage.session.get(null).catch((error) => {
    mirror = undefined;
    throw error;
  });
  return mirror;
}

export async function recall(kind, tabId) {
  return (await all())[slot(kind, tabId)];
}

export async function keep(kind, tabId, value) {
  (await all())[slot(kind, tabId)] = value;
  await browser.storage.session.set({ [slot(kind, tabId)]: value });
}

export async function drop(kind, tabId) {
  delete (await all())[slot(kind, tabId)];
  await browser.storage.session.remove(slot(kind, tabId));
}
