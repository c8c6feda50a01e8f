// deskside.mjs: deskside.h for JavaScript. deskside.d.ts says what there is and how it is used.
//
// The module exports the C functions as they stand: scalars and pointers only, so there are no
// shims. Every object of the library that this file makes it also frees, before it returns.

const LEVELS = ["coach", "suggestion", "warning", "error"];
const VERDICTS = ["pass", "advise", "confirm", "block"];
const STATUSES = {
  [-1]: "argument", [-2]: "memory", [-3]: "encoding", [-4]: "option", [-5]: "lexicon",
  [-6]: "dictionary", [-99]: "internal",
};
const SIDES = ["mail", "incoming", "earlier"];
const UNITS = { bytes: 0, utf16: 1, codepoints: 2 };
const NONE = 0xffffffff; // SIZE_MAX of a 32-bit library

// The parts of a mail that are set by name, and what they are called in C.
const PARTS = {
  raw: "raw", text: "text", html: "html", subject: "subject", from: "from", to: "to", cc: "cc",
  bcc: "bcc", date: "date", now: "now", incoming: "incoming", incomingHtml: "incoming-html",
  language: "language", profile: "profile", stage: "stage", fragment: "fragment",
  template: "template",
};
const OTHER_KEYS = ["attachments", "thread", "promises", "zones"];

export class DesksideError extends Error {
  constructor(status, message, line = 0, column = 0) {
    super(message);
    this.name = "DesksideError";
    this.status = status;
    this.line = line;
    this.column = column;
  }
}

const utf8 = new TextEncoder();
const text = new TextDecoder("utf-8", { ignoreBOM: true });

// --- the module --------------------------------------------------------------------------------

// What the module may ask of its host: nothing but to be told that there are no files, no
// environment and no output. ENOSYS for all else.
const EBADF = 8;
const ENOSYS = 52;

function imports(module, memory) {
  const found = {};
  const known = {
    emscripten_notify_memory_growth() {},
    proc_exit(code) {
      throw new DesksideError("internal", `deskside stopped (${code})`);
    },
    environ_sizes_get(count, size) {
      const view = new DataView(memory().buffer);
      view.setUint32(count, 0, true);
      view.setUint32(size, 0, true);
      return 0;
    },
    environ_get: () => 0,
    fd_write: () => EBADF,
    fd_read: () => EBADF,
    fd_seek: () => EBADF,
    fd_close: () => EBADF,
  };
  for (const { module: from, name, kind } of WebAssembly.Module.imports(module)) {
    if (kind !== "function") continue;
    (found[from] ??= {})[name] = known[name] ?? (() => ENOSYS);
  }
  return found;
}

async function compile(source) {
  if (source instanceof WebAssembly.Module) return source;
  if (source === undefined || source instanceof URL || typeof source === "string") {
    const url = new URL(source ?? "./deskside.wasm", import.meta.url);
    if (url.protocol === "file:") {
      const { readFile } = await import("node:fs/promises");
      return WebAssembly.compile(await readFile(url));
    }
    source = await fetch(url);
  }
  source = await source;
  if (typeof Response !== "undefined" && source instanceof Response) {
    if (!source.ok) throw new DesksideError("argument", `${source.url}: ${source.status}`);
    // A server that knows what it serves lets it be compiled while it arrives.
    if (source.headers.get("Content-Type")?.startsWith("application/wasm"))
      return WebAssembly.compileStreaming(source);
    source = await source.arrayBuffer();
  }
  return WebAssembly.compile(source);
}

async function instantiate(source) {
  const module = await compile(source);
  let instance;
  instance = await WebAssembly.instantiate(module, imports(module, () => instance.exports.memory));
  instance.exports._initialize?.();
  return instance.exports;
}

// One instance serves every engine made from the shipped module.
let shared;
function library(source) {
  if (source !== undefined) return instantiate(source);
  shared ??= instantiate().catch((error) => {
    shared = undefined;
    throw error;
  });
  return shared;
}

// --- strings, calls ------------------------------------------------------------------------------

class Library {
  #bytes;

  constructor(exports) {
    this.c = exports;
    this.cells = exports.malloc(16); // the out arguments of one call
    if (!this.cells) throw new DesksideError("memory", "out of memory");
  }

  close() {
    this.c.free(this.cells);
  }

  // Memory that has grown is another buffer.
  get bytes() {
    const { buffer } = this.c.memory;
    if (this.#bytes?.buffer !== buffer) this.#bytes = new Uint8Array(buffer);
    return this.#bytes;
  }

  // The NUL-terminated string at `at`.
  string(at) {
    if (!at) return "";
    const bytes = this.bytes;
    return text.decode(bytes.subarray(at, bytes.indexOf(0, at)));
  }

  // Copies a string or bytes in, hands pointer and size to `use`, and frees them.
  lend(value, use) {
    const data = typeof value === "string" ? utf8.encode(value) : asBytes(value);
    const at = this.c.malloc(data.length + 1);
    if (!at) throw new DesksideError("memory", "out of memory");
    try {
      const bytes = this.bytes;
      bytes.set(data, at);
      bytes[at + data.length] = 0;
      return use(at, data.length);
    } finally {
      this.c.free(at);
    }
  }

  // Calls `use(out, error)`; its result is a status. Answers what stands in `out`.
  call(use) {
    const view = () => new DataView(this.c.memory.buffer);
    view().setUint32(this.cells, 0, true);
    view().setUint32(this.cells + 4, 0, true);
    const status = use(this.cells, this.cells + 4);
    const out = view().getUint32(this.cells, true);
    if (status === 0) return out;
    const error = view().getUint32(this.cells + 4, true);
    const failure = new DesksideError(
      STATUSES[status] ?? "internal",
      this.string(this.c.deskside_error_message(error)) || `deskside failed (${status})`,
      this.c.deskside_error_line(error), this.c.deskside_error_column(error));
    this.c.deskside_error_free(error);
    throw failure;
  }
}

function asBytes(value) {
  if (value instanceof Uint8Array) return value;
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  if (ArrayBuffer.isView(value))
    return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  throw new DesksideError("argument", "give a string or bytes");
}

// A config or a lexicon may stand alone or in a list, as its text or with a name.
function each(value, use) {
  if (value === undefined) return;
  for (const [at, item] of (Array.isArray(value) ? value : [value]).entries()) use(item, at);
}

// --- building an engine --------------------------------------------------------------------------

function fill(lib, options, wishes) {
  const { c } = lib;
  each(wishes.config, (config) => {
    const { name = "deskside.toml", text: toml = config, trusted = true } = Object(config);
    lib.lend(name, (n) => lib.lend(String(toml), (data, size) => lib.call((_, error) =>
      c.deskside_options_add_config(options, n, data, size, trusted ? 1 : 0, error))));
  });
  each(wishes.lexicons, ({ pack = "en", name, text: toml }, at) => {
    lib.lend(pack, (p) => lib.lend(name ?? `rules ${at + 1}`, (n) => lib.lend(toml, (data, size) =>
      lib.call((_, error) =>
        c.deskside_options_add_lexicon(options, p, n, data, size, error)))));
  });
  each(wishes.words, (words) => {
    lib.lend(words + "\n", (data, size) =>
      lib.call((_, error) => c.deskside_options_add_words(options, data, size, error)));
  });
  each(wishes.dictionaries, ({ language, data: list }) => {
    lib.lend(language, (l) => lib.lend(list, (data, size) => lib.call((_, error) =>
      c.deskside_options_add_dictionary(options, l, data, size, error))));
  });
  for (const [name, value] of Object.entries(wishes.options ?? {}))
    lib.lend(name, (n) => lib.lend(String(value), (v) =>
      lib.call((_, error) => c.deskside_options_set(options, n, v, error))));
}

export async function load(wishes = {}) {
  const known = ["wasm", "options", "config", "lexicons", "words", "dictionaries"];
  for (const key of Object.keys(wishes))
    if (!known.includes(key))
      throw new DesksideError("option", `load has no option "${key}"; it has ${known.join(", ")}`);
  const lib = new Library(await library(wishes.wasm));
  const { c } = lib;
  let options = 0;
  try {
    options = lib.call((out, error) => c.deskside_options_new(out, error));
    fill(lib, options, wishes);
    const engine = lib.call((out, error) => c.deskside_engine_new(options, out, error));
    const values = [];
    for (let at = 0; at < c.deskside_options_count(options); ++at)
      values.push({
        name: lib.string(c.deskside_options_name(options, at)),
        value: lib.string(c.deskside_options_value(options, at)),
        origin: lib.string(c.deskside_options_origin(options, at)),
      });
    return new Engine(lib, engine, values);
  } catch (error) {
    lib.close();
    throw error;
  } finally {
    c.deskside_options_free(options);
  }
}

// --- checking ------------------------------------------------------------------------------------

export class Engine {
  #lib;
  #engine;
  #rules = new Map();

  constructor(lib, engine, options) {
    this.#lib = lib;
    this.#engine = engine;
    this.options = options;
  }

  get version() {
    return this.#lib.string(this.#lib.c.deskside_version());
  }

  check(mail, wishes = {}) {
    const { c } = this.#open();
    return this.#check(mail, wishes, (made, out, error) =>
      c.deskside_check(this.#engine, made, out, error));
  }

  // For checks as one types: what is read of one mail is kept for the next.
  draft() {
    const lib = this.#open();
    const { c } = lib;
    let draft = lib.call((out, error) => c.deskside_draft_new(this.#engine, out, error));
    return {
      check: (mail, wishes = {}) => {
        if (!draft) throw new DesksideError("argument", "this draft has been closed");
        return this.#check(mail, wishes, (made, out, error) =>
          c.deskside_draft_check(draft, made, out, error));
      },
      close: () => {
        c.deskside_draft_free(draft);
        draft = 0;
      },
    };
  }

  // The document that `deskside check --format json` prints.
  document(reports) {
    const ids = new Set();
    const messages = reports.map((report) => {
      const { first, body, facts, ...message } = report;
      message.findings = report.findings.map((finding) => {
        const { blocks, pillar, family, ...rest } = finding;
        ids.add(finding.rule);
        return rest;
      });
      return message;
    });
    const rules = {};
    for (const id of [...ids].sort()) {
      const { name, pillar, family, why, source } = this.rule(id);
      rules[id] = { name, pillar, family, why, source };
    }
    return { format_version: 1, messages, rules };
  }

  get rules() {
    const { c } = this.#open();
    const all = [];
    for (let at = 0; at < c.deskside_engine_rule_count(this.#engine); ++at)
      all.push(this.#rule(c.deskside_engine_rule_at(this.#engine, at)));
    return all;
  }

  rule(id) {
    const lib = this.#open();
    const at = lib.lend(id, (name) => lib.c.deskside_engine_rule(this.#engine, name));
    return at ? this.#rule(at) : undefined;
  }

  spell(word) {
    const lib = this.#open();
    return lib.lend(word, (at, size) => lib.c.deskside_spell(this.#engine, at, size)) === 1;
  }

  suggest(word, limit = 5) {
    return this.#suggest(0, word, limit);
  }

  close() {
    if (this.#engine) this.#lib.c.deskside_engine_free(this.#engine);
    if (this.#engine) this.#lib.close();
    this.#engine = 0;
  }

  #check(mail, wishes, check) {
    const lib = this.#open();
    const { c } = lib;
    const made = lib.call((out, error) => c.deskside_mail_new(out, error));
    let report = 0;
    try {
      fillMail(lib, made, typeof mail === "string" ? { text: mail } : mail);
      report = lib.call((out, error) => check(made, out, error));
      return this.#read(report, wishes);
    } finally {
      c.deskside_report_free(report);
      c.deskside_mail_free(made);
    }
  }

  #open() {
    if (!this.#engine) throw new DesksideError("argument", "this engine has been closed");
    return this.#lib;
  }

  #suggest(report, word, limit) {
    const lib = this.#open();
    const { c } = lib;
    const words = lib.lend(word, (at, size) => lib.call((out, error) =>
      c.deskside_suggest(this.#engine, report, at, size, limit, out, error)));
    try {
      const found = [];
      for (let at = 0; at < c.deskside_words_count(words); ++at)
        found.push(lib.string(c.deskside_words_at(words, at)));
      return found;
    } finally {
      c.deskside_words_free(words);
    }
  }

  // A rule of the engine never changes: read it once.
  #rule(at) {
    const known = this.#rules.get(at);
    if (known) return known;
    const lib = this.#lib;
    const { c } = lib;
    const source = [];
    for (let n = 0; n < c.deskside_rule_source_count(at); ++n)
      source.push(lib.string(c.deskside_rule_source(at, n)));
    const rule = Object.freeze({
      id: lib.string(c.deskside_rule_id(at)),
      name: lib.string(c.deskside_rule_name(at)),
      pillar: lib.string(c.deskside_rule_pillar(at)),
      family: lib.string(c.deskside_rule_family(at)),
      kind: lib.string(c.deskside_rule_kind(at)),
      level: LEVELS[c.deskside_rule_level(at)],
      active: c.deskside_rule_active(at) === 1,
      message: lib.string(c.deskside_rule_message(at)),
      why: lib.string(c.deskside_rule_why(at)),
      instead: lib.string(c.deskside_rule_instead(at)),
      source: Object.freeze(source),
    });
    this.#rules.set(at, rule);
    return rule;
  }

  #read(report, { label = "-", unit = "utf16", suggest = false, facts = [] }) {
    const lib = this.#lib;
    const { c } = lib;
    if (!(unit in UNITS))
      throw new DesksideError("option", `unit is ${Object.keys(UNITS).join(", ")}, not "${unit}"`);
    const u = UNITS[unit];
    const message = {
      label,
      verdict: VERDICTS[c.deskside_report_verdict(report)],
      stage: lib.string(c.deskside_report_stage(report)),
      language: lib.string(c.deskside_report_language(report)),
      skipped: [],
      strengths: [],
      findings: [],
    };
    for (let at = 0; at < c.deskside_report_skipped_count(report); ++at)
      message.skipped.push({
        rule: lib.string(c.deskside_report_skipped_rule(report, at)),
        reason: lib.string(c.deskside_report_skipped_reason(report, at)),
      });
    for (const { name, begin, end, value } of readFacts(lib, report, "strength", u)) {
      const colon = value.indexOf(": ");
      message.strengths.push({
        pillar: colon < 0 ? "" : value.slice(0, colon), act: name, begin, end,
        message: colon < 0 ? value : value.slice(colon + 2),
      });
    }
    for (let at = 0; at < c.deskside_report_count(report); ++at)
      message.findings.push(
        this.#finding(report, c.deskside_report_at(report, at), u, suggest));
    const dropped = c.deskside_report_dropped(report);
    if (dropped > 0) message.dropped = dropped;
    message.first = [];
    for (let rank = 0; ; ++rank) {
      const index = c.deskside_report_first(report, rank) >>> 0;
      if (index === NONE) break;
      message.first.push(index);
    }
    lib.call((out) => {
      const at = c.deskside_report_body(report, out);
      const size = new DataView(c.memory.buffer).getUint32(out, true);
      message.body = text.decode(lib.bytes.subarray(at, at + size));
      return 0;
    });
    message.facts = {};
    for (const kind of facts) message.facts[kind] = readFacts(lib, report, kind, u);
    return message;
  }

  #finding(report, at, u, suggest) {
    const lib = this.#lib;
    const { c } = lib;
    const rule = this.#rule(c.deskside_finding_rule(at));
    const finding = {
      rule: rule.id,
      level: LEVELS[c.deskside_finding_level(at)],
      part: lib.string(c.deskside_finding_part(at)),
      begin: c.deskside_finding_begin(at, u),
      end: c.deskside_finding_end(at, u),
      line: c.deskside_finding_line(at),
      column: c.deskside_finding_column(at),
      text: lib.string(c.deskside_finding_text(at)),
      message: lib.string(c.deskside_finding_message(at)),
      fingerprint: lib.string(c.deskside_finding_fingerprint(at)),
      suggestions: [],
      related: [],
      fixes: [],
      blocks: c.deskside_finding_blocks(at) === 1,
      pillar: rule.pillar,
      family: rule.family,
    };
    if (suggest && finding.text && rule.kind === "spelling")
      finding.suggestions = this.#suggest(report, finding.text, 5);
    for (let n = 0; n < c.deskside_finding_related_count(at); ++n) {
      const fact = readFact(lib, c.deskside_finding_related_at(at, n), u);
      finding.related.push({
        in: fact.in, begin: fact.begin, end: fact.end, text: fact.text, label: fact.name,
      });
    }
    for (let n = 0; n < c.deskside_finding_fix_count(at); ++n) {
      const fix = c.deskside_finding_fix_at(at, n);
      finding.fixes.push({
        begin: c.deskside_fix_begin(fix, u),
        end: c.deskside_fix_end(fix, u),
        replacement: lib.string(c.deskside_fix_replacement(fix)),
        safety: c.deskside_fix_safety(fix) === 0 ? "safe" : "preview",
      });
    }
    return finding;
  }
}

function readFact(lib, at, u) {
  const { c } = lib;
  return {
    name: lib.string(c.deskside_fact_name(at)),
    in: SIDES[c.deskside_fact_side(at)],
    begin: c.deskside_fact_begin(at, u),
    end: c.deskside_fact_end(at, u),
    text: lib.string(c.deskside_fact_text(at)),
    value: lib.string(c.deskside_fact_value(at)),
  };
}

function readFacts(lib, report, kind, u) {
  const { c } = lib;
  return lib.lend(kind, (name) => {
    const facts = [];
    const count = c.deskside_report_fact_count(report, name);
    for (let at = 0; at < count; ++at)
      facts.push(readFact(lib, c.deskside_report_fact_at(report, name, at), u));
    return facts;
  });
}

function fillMail(lib, made, mail) {
  const { c } = lib;
  for (const [key, value] of Object.entries(mail)) {
    if (OTHER_KEYS.includes(key) || value === undefined) continue;
    if (!(key in PARTS))
      throw new DesksideError("option", `a mail has no part "${key}"; it has ` +
        [...Object.keys(PARTS), ...OTHER_KEYS].join(", "));
    const plain = typeof value === "boolean" ? (value ? "yes" : "") : value;
    lib.lend(PARTS[key], (part) => lib.lend(plain, (data, size) =>
      lib.call((_, error) => c.deskside_mail_set(made, part, data, size, error))));
  }
  const add = (part, value) => lib.lend(part, (name) => lib.lend(value, (data, size) =>
    lib.call((_, error) => c.deskside_mail_add(made, name, data, size, error))));
  each(mail.attachments, (name) => add("attachment", name));
  each(mail.thread, (message) => add("thread", message));
  each(mail.promises, ({ due, what }) => add("promise", `${due}|${what}`));
  // Ranges are UTF-16 here and bytes in C.
  const body = mail.html ?? mail.text ?? "";
  each(mail.zones, ({ kind, begin, end }) => {
    const from = utf8.encode(body.slice(0, begin)).length;
    const to = from + utf8.encode(body.slice(begin, end)).length;
    lib.lend(kind, (name) =>
      lib.call((_, error) => c.deskside_mail_add_range(made, name, from, to, error)));
  });
}
