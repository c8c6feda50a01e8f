// node --test bindings/wasm/tests/   with DESKSIDE_PACKAGE and DESKSIDE_CLI naming what is tested.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { gzipSync } from "node:zlib";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const folder = process.env.DESKSIDE_PACKAGE ?? join(root, "build/wasm/package");
const cli = process.env.DESKSIDE_CLI;
const entry = pathToFileURL(join(folder, "deskside.mjs")).href;
const { load, DesksideError } = await import(entry);
const engine = await load();

const reproach = "Hi Ann,\n\nAs I already said, the licence is per device.\n\nBest regards,\nBo\n";

test("a reproach is found where it stands", () => {
  const { verdict, findings, first } = engine.check(reproach);
  assert.equal(verdict, "confirm");
  const at = findings.findIndex((finding) => finding.rule === "tone-as-i-said");
  assert.ok(at >= 0);
  assert.equal(reproach.slice(findings[at].begin, findings[at].end), findings[at].text);
  assert.ok(first.includes(at));
});

test("offsets count UTF-16 code units unless another unit is asked for", () => {
  const text = "😀 grüße. " + reproach;
  const [units, bytes, points] = ["utf16", "bytes", "codepoints"].map((unit) =>
    engine.check(text, { unit }).findings.find(({ rule }) => rule === "tone-as-i-said"));
  assert.equal(text.slice(units.begin, units.end), units.text);
  assert.equal(Buffer.from(text).subarray(bytes.begin, bytes.end).toString(), bytes.text);
  assert.equal([...text].slice(points.begin, points.end).join(""), points.text);
});

test("a fix applied silences its rule", () => {
  const blame = reproach.replace("As I already said, the licence is per", "You failed to enter the");
  const { findings } = engine.check(blame);
  const { rule, fixes } = findings.find((finding) => finding.fixes.length > 0);
  const [{ begin, end, replacement }] = fixes;
  const better = blame.slice(0, begin) + replacement + blame.slice(end);
  assert.ok(!engine.check(better).findings.some((finding) => finding.rule === rule));
});

test("a zone the caller knows is not judged", () => {
  const begin = reproach.indexOf("As I");
  const zones = [{ kind: "quote", begin, end: reproach.indexOf("\n", begin) }];
  const { findings } = engine.check({ text: reproach, zones });
  assert.ok(!findings.some(({ rule }) => rule === "tone-as-i-said"));
});

test("what is wrong with a pack is told with its place", async () => {
  const broken = load({ lexicons: { name: "mine.toml", text: 'format = 1\n[[rule]]\nid = "x-y"\n' } });
  await assert.rejects(broken, (error) => {
    assert.ok(error instanceof DesksideError);
    assert.equal(error.status, "lexicon");
    assert.match(error.message, /mine\.toml/);
    return true;
  });
  assert.throws(() => engine.check({ texts: "a" }), /no part "texts"/);
});

test("options own words and rules are those of the engine", async () => {
  const own = await load({ options: { "rule.tone-as-i-said": "off" }, words: "grommetiser" });
  assert.equal(own.rule("tone-as-i-said").active, false);
  assert.equal(engine.rule("tone-as-i-said").active, true);
  assert.ok(own.spell("grommetiser"));
  assert.ok(!engine.spell("grommetiser"));
  assert.deepEqual(own.check(reproach).findings.filter((f) => f.rule === "tone-as-i-said"), []);
  own.close();
  assert.throws(() => own.check("Hello"), /closed/);
});

test("better spellings are found when asked for", () => {
  assert.ok(engine.suggest("recieved").includes("received"));
});

test("what an earlier mail of the thread told is said to stand there", () => {
  const { findings } = engine.check({
    text: "Hello Ana,\n\nCould you send me your order number, please?\n",
    from: "al@example.com",
    incoming: "From: ana@example.com\n\nHave a good week.\n",
    thread: ["From: ana@example.com\n\nMy order 88231 came without a cable.\n"],
  });
  const related = findings.flatMap((finding) => finding.related);
  assert.ok(related.some((one) => one.in === "earlier" && one.text === "88231"));
});

test("a draft says at every letter what a check of the whole says", () => {
  const draft = engine.draft();
  const incoming = "Hello,\n\nwhen will somebody come? It says 0x80070005.\n\nAnn";
  for (let size = 0; size <= reproach.length; size += 7) {
    const mail = { text: reproach.slice(0, size), incoming };
    assert.deepEqual(draft.check(mail), engine.check(mail));
  }
  draft.close();
  assert.throws(() => draft.check("Hello"), /closed/);
});

test("a thousand checks leave the memory as it was", async () => {
  const other = await load();
  const size = () => process.memoryUsage().arrayBuffers + process.memoryUsage().external;
  for (let n = 0; n < 200; ++n) other.check(reproach, { suggest: true });
  const before = size();
  for (let n = 0; n < 1000; ++n) other.check(reproach, { facts: ["zone", "act"] });
  assert.ok(size() - before < 4 << 20, `${size() - before} bytes more`);
});

test("it runs in a worker", async () => {
  const source = `
    import { parentPort } from "node:worker_threads";
    import { load } from ${JSON.stringify(entry)};
    const engine = await load();
    parentPort.postMessage(engine.check(${JSON.stringify(reproach)}).verdict);`;
  const worker = new Worker(new URL("data:text/javascript," + encodeURIComponent(source)));
  const verdict = await new Promise((done, failed) => {
    worker.once("message", done);
    worker.once("error", failed);
  });
  assert.equal(verdict, "confirm");
});

test("the module is small; how soon the first check comes is printed", () => {
  const packed = gzipSync(readFileSync(join(folder, "deskside.wasm")), { level: 9 }).length;
  console.log(`deskside.wasm: ${packed} bytes gzipped`);
  // The mark, which module/neighbours.mjs and the range coder of words and rules keep.
  assert.ok(packed <= 900_000, `${packed} bytes gzipped`);
  const cold = `
    const begun = performance.now(), before = process.cpuUsage();
    const { load } = await import(${JSON.stringify(entry)});
    (await load()).check(${JSON.stringify(reproach)});
    const { user, system } = process.cpuUsage(before);
    console.log(JSON.stringify([performance.now(), performance.now() - begun, (user + system) / 1e3]));`;
  const times = Array.from({ length: 5 }, () => JSON.parse(
    execFileSync(process.execPath, ["--input-type=module", "-e", cold], { encoding: "utf8" })));
  const [started, first, cpu] = [0, 1, 2].map((at) => Math.min(...times.map((it) => it[at])));
  for (let n = 0; n < 1000; ++n) engine.check(reproach);
  const begun = performance.now();
  const before = process.cpuUsage();
  for (let n = 0; n < 300; ++n) engine.check(reproach);
  const each = (performance.now() - begun) / 300;
  const { user, system } = process.cpuUsage(before);
  const eachCpu = (user + system) / 300e3;
  console.log(`first check ${started.toFixed(0)} ms after the process began, ${first.toFixed(0)} ms ` +
    `after the program did (${cpu.toFixed(0)} ms of CPU); later ones ${each.toFixed(2)} ms ` +
    `(${eachCpu.toFixed(2)} ms of CPU)`);
});

// --- the same as the command --------------------------------------------------------------------

function mailsOf(path) {
  if (path.endsWith(".mbox"))
    return readFileSync(path, "latin1").split(/^(?=From \S+.*\d{4}$)/m)
      .map((mail) => Buffer.from(mail.replace(/^From .*\n/, ""), "latin1")).filter((m) => m.length);
  if (statSync(path).isDirectory())
    return readdirSync(path).sort().flatMap((name) => mailsOf(join(path, name)));
  return [Buffer.from(readFileSync(path, "latin1").replace(/^From .*\n/, ""), "latin1")];
}

function compare(mails) {
  const now = "2026-11-20T10:00:00Z";
  const scratch = mkdtempSync(join(tmpdir(), "deskside-"));
  try {
    const env = { PATH: process.env.PATH, HOME: scratch, XDG_CONFIG_HOME: scratch };
    for (let from = 0; from < mails.length; from += 200) {
      const some = mails.slice(from, from + 200);
      const names = some.map((_, at) => `${from + at}.eml`);
      some.forEach((mail, at) => writeFileSync(join(scratch, names[at]), mail));
      let printed;
      try {
        printed = execFileSync(cli, ["check", "--format", "json", "--offset-unit", "utf16", "--now",
          now, ...names], { cwd: scratch, env, maxBuffer: 1 << 30 });
      } catch (failure) {
        if (failure.status !== 1) throw failure; // 1: there is something to say
        printed = failure.stdout;
      }
      const native = JSON.parse(printed);
      const reports = some.map((raw, at) => engine.check({ raw, now }, { label: names[at] }));
      const ours = engine.document(reports);
      for (const [at, message] of native.messages.entries())
        assert.deepEqual(ours.messages[at], message);
      assert.deepEqual(JSON.parse(JSON.stringify(ours)), native);
    }
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

test("the examples give the JSON that the command prints", { skip: !cli }, () => {
  compare(mailsOf(join(root, "examples/messages")));
});

const real = process.env.DESKSIDE_DATA && join(process.env.DESKSIDE_DATA, "real-mail");
test("real mail gives the JSON that the command prints", {
  skip: (!cli || !real) && "DESKSIDE_DATA names no folder of real mail",
}, () => {
  const mails = mailsOf(real);
  // The module has no tables for these: they would add a sixth to its size.
  const beyond = mails.filter((mail) =>
    /charset="?(gb|big5|euc-|shift_jis|iso-2022-|ks_c)/i.test(mail.toString("latin1")));
  compare(mails.filter((mail) => !beyond.includes(mail)));
  const others = beyond.filter((mail) => {
    try {
      compare([mail]);
      return false;
    } catch {
      return true;
    }
  });
  console.log(`${mails.length - others.length} of ${mails.length} real mails give the same JSON; ` +
    `${others.length} are in charsets that only the command knows`);
});
