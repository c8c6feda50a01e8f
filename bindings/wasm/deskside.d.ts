// Deskside: manners for support mail, checked before it is sent. Offline; nothing is uploaded.
//
//   import { load } from "deskside";
//   const engine = await load();
//   const { verdict, findings } = engine.check("Restart your computer.");
//
// Offsets count UTF-16 code units, as JavaScript strings do, unless another unit is asked for.

export type Level = "coach" | "suggestion" | "warning" | "error";
/** pass and advise: the mail may go. confirm: ask first. block: ask, and ask for a reason. */
export type Verdict = "pass" | "advise" | "confirm" | "block";
/** Which message a range lies in; "earlier" is one of the thread. */
export type Side = "mail" | "incoming" | "earlier";
export type Unit = "bytes" | "utf16" | "codepoints";
export type Stage =
  | "first-reply" | "asking" | "fixing" | "waiting" | "refusing" | "resolving" | "following-up"
  | "broadcast" | "unknown";
export type Pillar = "empathy" | "tone" | "acknowledgement" | "trust" | "basics";
export type Bytes = Uint8Array | ArrayBuffer | ArrayBufferView;

export interface LoadOptions {
  /** The module, where it is not beside deskside.mjs: its bytes, a compiled module, or an address. */
  wasm?: Bytes | WebAssembly.Module | Response | Promise<Response> | URL | string;
  /** Options by name, as deskside_options_set in deskside.h lists them: {"rule.tone-*": "off"}. */
  options?: Record<string, string>;
  /** The text of a deskside.toml, or several; later ones win. */
  config?: Config | Config[];
  /** TOML files of rule packs. A rule whose id is known already replaces it. */
  lexicons?: Lexicon | Lexicon[];
  /** Words that are spelt right here: a word a line, `#` begins a comment. */
  words?: string | string[];
  /** Compiled word lists (`deskside words compile`) for languages other than English. */
  dictionaries?: Dictionary | Dictionary[];
}
export type Config = string | {
  name?: string;
  text: string;
  /** false for a file somebody else wrote: keys that run a program are then an error. */
  trusted?: boolean;
};
export interface Lexicon { pack?: string; name?: string; text: string }
export interface Dictionary { language: string; data: Bytes }

/** One outgoing message and what it answers. Give one of raw, text and html. */
export interface Mail {
  /** The whole message, RFC 5322 with MIME. */
  raw?: string | Bytes;
  text?: string;
  html?: string;
  subject?: string;
  /** Address lists as in a header: "Ann Lee <ann@example.com>, bob@example.com". */
  from?: string;
  to?: string;
  cc?: string;
  bcc?: string;
  /** When it was written, as in a Date header or RFC 3339, and when it is being sent. */
  date?: string;
  now?: string;
  /** The message being answered: raw with headers, or plain text. */
  incoming?: string | Bytes;
  incomingHtml?: string;
  language?: string;
  profile?: string;
  stage?: Stage;
  /** A piece of a mail: rules about the mail as a whole do not run. */
  fragment?: boolean;
  /** A macro or canned reply: template fields count as filled. */
  template?: boolean;
  /** File names. */
  attachments?: string[];
  /** Earlier messages of the thread, oldest first. */
  thread?: (string | Bytes)[];
  promises?: { due: string; what: string }[];
  /** What is known already: this range of text or html is a "quote", a "signature", … */
  zones?: { kind: string; begin: number; end: number }[];
}

export interface CheckOptions {
  /** What the report calls the mail. */
  label?: string;
  unit?: Unit;
  /** Look for better spellings of unknown words too. */
  suggest?: boolean;
  /** Kinds of facts to read out as well: "zone", "act", "signal", "promise", "secret" (what of
   *  the body is not to be shown), … */
  facts?: string[];
}

export interface Report {
  label: string;
  verdict: Verdict;
  stage: Stage;
  /** "en-US"; "" where the mail was not judged. */
  language: string;
  /** What was not judged and why; rule "" means all of them. */
  skipped: { rule: string; reason: string }[];
  strengths: { pillar: Pillar; act: string; begin: number; end: number; message: string }[];
  /** In text order; those about the whole mail come first. */
  findings: Finding[];
  /** How many more findings there were. */
  dropped?: number;
  /** The findings worth showing first, most useful first: at most three, as indices. */
  first: number[];
  /** The body that offsets count in. */
  body: string;
  facts: Record<string, Fact[]>;
}

export interface Finding {
  rule: string;
  level: Level;
  /** What the range is a range of. */
  part: "body";
  /** Half-open; 0 and 0 for the mail as a whole. */
  begin: number;
  end: number;
  /** From 1, in the message as given. The column counts bytes. */
  line: number;
  column: number;
  text: string;
  message: string;
  /** The same for the same words across mails. */
  fingerprint: string;
  suggestions: string[];
  related: { in: Side; begin: number; end: number; text: string; label: string }[];
  fixes: Fix[];
  /** This finding alone makes the verdict "block". */
  blocks: boolean;
  pillar: Pillar;
  family: string;
}

export interface Fix {
  begin: number;
  end: number;
  replacement: string;
  /** "safe": apply without looking. "preview": show first. */
  safety: "safe" | "preview";
}

export interface Fact {
  name: string;
  in: Side;
  begin: number;
  end: number;
  text: string;
  value: string;
}

export interface Rule {
  readonly id: string;
  readonly name: string;
  readonly pillar: Pillar;
  readonly family: string;
  readonly kind: string;
  readonly level: Level;
  readonly active: boolean;
  readonly message: string;
  readonly why: string;
  readonly instead: string;
  readonly source: readonly string[];
}

/** What `deskside check --format json` prints. */
export interface Document {
  format_version: 1;
  messages: Omit<Report, "first" | "body" | "facts">[];
  rules: Record<string, Pick<Rule, "name" | "pillar" | "family" | "why" | "source">>;
}

/** Fails with a DesksideError where an option, a configuration or a rule pack does not parse. */
export function load(options?: LoadOptions): Promise<Engine>;

/** Options, compiled. Never changes; close() gives its memory back. */
export class Engine {
  private constructor();
  readonly version: string;
  readonly options: { name: string; value: string; origin: string }[];
  /** Every rule there is, sorted by id, those switched off included. */
  readonly rules: Rule[];
  rule(id: string): Rule | undefined;
  /** A string is the body as plain text. */
  check(mail: string | Mail, options?: CheckOptions): Report;
  /** For checks as one types: the reports are those of check(), and only what changed is read. */
  draft(): Draft;
  document(reports: Report[]): Document;
  spell(word: string): boolean;
  suggest(word: string, limit?: number): string[];
  close(): void;
}

export interface Draft {
  /** The whole mail as it stands now. */
  check(mail: string | Mail, options?: CheckOptions): Report;
  close(): void;
}

export class DesksideError extends Error {
  readonly status:
    | "argument" | "memory" | "encoding" | "option" | "lexicon" | "dictionary" | "internal";
  /** Of the pack or configuration at fault, from 1; 0 where there is none. */
  readonly line: number;
  readonly column: number;
}
