// Fills in what the pages say: data-l10n="key" is an element's text, data-l10n-title its title.
export const say = (key, ...values) =>
  browser.i18n.getMessage(key, values.map(String)) || key;

export function localise(root = document) {
  document.documentElement.lang = browser.i18n.getUILanguage();
  for (const element of root.querySelectorAll("[data-l10n]"))
    element.textContent = say(element.dataset.l10n);
  for (const element of root.querySelectorAll("[data-l10n-title]"))
    element.title = say(element.dataset.l10nTitle);
}

// element("p", {className: "why"}, "text", child, …)
export function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children.filter((child) => child !== undefined && child !== null));
  return made;
}

// One promise as a list item, with what can be done about it.
export function promiseItem({ what, to, due }, ...buttons) {
  const late = Date.parse(due) < Date.now();
  const when = new Date(due).toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" });
  return element("li", { className: "card" },
    element("p", {}, element("q", {}, what)),
    element("p", { className: "quiet" }, `${say(late ? "promiseLate" : "promiseDue", when)} ${to}`),
    element("div", { className: "actions" }, ...buttons));
}

export async function ask(message) {
  const answer = await browser.runtime.sendMessage(message);
  if (answer?.error) throw new Error(answer.error);
  return answer;
}
