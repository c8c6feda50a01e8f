// Puts functions that are alike next to each other, and data in one piece: node neighbours.mjs IN.wasm
// OUT.wasm
//
// A module is fetched compressed, and gzip finds again only what stood in the 32 KB before. Of a
// template's many instances each stands where it was first asked for, far from the others; side by side
// they are a twentieth of the code less to fetch. Nothing but the order and the numbers of the functions
// changes.
//
// The optimizer parts data wherever there are a few zeros, nineteen hundred times. Where each piece begins
// takes more than the zeros, once compressed: in few pieces they are five kilobytes less to fetch.
import { readFileSync, writeFileSync } from "node:fs";

const WINDOW = 24_000; // bytes, of the 32 KB: what is near is cheaper to point at
const SHARED = 200; // what more functions than this have in common tells nothing of any two
const ZEROS = 512; // so many and more are left out between two pieces of data

const IMPORTS = 2, FUNCTIONS = 3, EXPORTS = 7, START = 8, ELEMENTS = 9, CODE = 10, DATA = 11;

// --- reading and writing -------------------------------------------------------------------------

class Reader {
  constructor(bytes, at = 0) {
    Object.assign(this, { bytes, at });
  }
  byte() {
    if (this.done) throw new Error("a module that ends too early");
    return this.bytes[this.at++];
  }
  // Of signed ones the value is wrong, and nobody asks for it.
  number() {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.byte();
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  }
  take(size) {
    return this.bytes.subarray(this.at, (this.at += size));
  }
  get done() {
    return this.at >= this.bytes.length;
  }
}

function number(value) {
  const bytes = [];
  for (; value >= 128; value = Math.floor(value / 128)) bytes.push((value % 128) | 128);
  return Buffer.from([...bytes, value]);
}

// A number that is not negative, where a signed one stands: the 64 of its last byte would be its sign.
function signed(value) {
  const bytes = number(value);
  if (bytes.at(-1) < 64) return bytes;
  bytes[bytes.length - 1] |= 128;
  return Buffer.concat([bytes, Buffer.of(0)]);
}

const sized = (bytes) => [number(bytes.length), bytes];

// Copies what `read` reads, but for the functions' numbers, which it hands to the function it is given.
function renumbered(bytes, numbers, read) {
  const out = [];
  const reader = new Reader(bytes);
  let copied = 0;
  read(reader, () => {
    out.push(bytes.subarray(copied, reader.at), number(numbers[reader.number()]));
    copied = reader.at;
  });
  return Buffer.concat([...out, bytes.subarray(copied)]);
}

// --- instructions --------------------------------------------------------------------------------

const CALL = 0x10, REF_FUNC = 0xd2, BR_TABLE = 0x0e, SELECT_TYPED = 0x1c, MORE = 0xfc;

// How many numbers stand behind each operation.
function operands(operation, more) {
  const none = [0x00, 0x01, 0x05, 0x0b, 0x0f, 0x19, 0x1a, 0x1b, 0xd1];
  if (none.includes(operation) || (operation >= 0x45 && operation <= 0xc4)) return 0;
  const one = [0x02, 0x03, 0x04, 0x06, 0x07, 0x08, 0x09, 0x0c, 0x0d, 0x18, 0x3f, 0x40, 0x41, 0x42, 0xd0];
  if (one.includes(operation) || (operation >= 0x20 && operation <= 0x26)) return 1;
  if (operation === 0x11 || (operation >= 0x28 && operation <= 0x3e)) return 2;
  if (operation === MORE && more <= 17) return [8, 10, 12, 14].includes(more) ? 2 : more < 8 ? 0 : 1;
  throw new Error(`an operation that this does not know: ${operation.toString(16)}`);
}

function readBody(reader, functionNumber) {
  for (let locals = reader.number(); locals > 0; --locals) reader.number(), reader.byte();
  while (!reader.done) {
    const operation = reader.byte();
    if (operation === CALL || operation === REF_FUNC) functionNumber();
    else if (operation === 0x43) reader.take(4);
    else if (operation === 0x44) reader.take(8);
    else if (operation === BR_TABLE || operation === SELECT_TYPED)
      for (let n = reader.number() + (operation === BR_TABLE); n > 0; --n) reader.number();
    else
      for (let n = operands(operation, operation === MORE ? reader.number() : 0); n > 0; --n)
        reader.number();
  }
}

// --- the order -----------------------------------------------------------------------------------

// Of each function the runs of six bytes that others have too, each with whose they are and how many of
// those stand in the window.
function runsOf(bodies) {
  const owners = new Map();
  bodies.forEach((body, owner) => {
    for (let at = 0; at + 6 <= body.length; ++at) {
      const six = body.readUIntBE(at, 6);
      const known = owners.get(six);
      if (!known) owners.set(six, [owner]);
      else if (known.at(-1) !== owner) known.push(owner);
    }
  });
  const runs = bodies.map(() => []);
  for (const whose of owners.values()) {
    if (whose.length < 2 || whose.length > SHARED) continue;
    const run = { whose, near: 0 };
    for (const owner of whose) runs[owner].push(run);
  }
  return runs;
}

// Each function is followed by the one that has most in common with those in the window, where what few
// have counts more.
function inOrder(bodies) {
  const runs = runsOf(bodies);
  const common = new Float64Array(bodies.length);
  const left = new Set(bodies.keys());
  const order = [];
  let size = 0; // of the window,
  let oldest = 0; // which begins here in the order
  const move = (which, step) => {
    size += step * bodies[which].length;
    for (const run of runs[which]) {
      const was = run.near > 0;
      run.near += step;
      if (was === run.near > 0) continue;
      for (const owner of run.whose) common[owner] += step / Math.sqrt(run.whose.length);
    }
  };
  // For its size, though a long one may have a little less: the exponents are what has packed best.
  const likeness = (which) => common[which] / bodies[which].length ** 0.8;
  const next = () => {
    let [best] = left;
    for (const which of left)
      if (likeness(which) > likeness(best)) best = which;
    return best;
  };
  while (left.size > 0) {
    const which = next();
    left.delete(which);
    order.push(which);
    move(which, 1);
    while (size > WINDOW && oldest + 1 < order.length) move(order[oldest++], -1);
  }
  return order;
}

// --- data ----------------------------------------------------------------------------------------

// A piece: 0 and i32.const (0x41), where it begins, end (0x0b), its bytes.
function joined(section) {
  const reader = new Reader(section);
  const pieces = [];
  let end = -Infinity;
  for (let left = reader.number(); left > 0; --left) {
    const kind = [reader.byte(), reader.byte()];
    const at = reader.number();
    if (kind[0] !== 0 || kind[1] !== 0x41 || reader.byte() !== 0x0b || at < end)
      throw new Error("data of a kind that this does not know");
    const bytes = reader.take(reader.number());
    if (at - end < ZEROS) pieces.at(-1).bytes.push(Buffer.alloc(at - end), bytes);
    else pieces.push({ at, bytes: [bytes] });
    end = at + bytes.length;
  }
  return [number(pieces.length), ...pieces.flatMap(({ at, bytes }) =>
    [Buffer.of(0, 0x41), signed(at), Buffer.of(0x0b), ...sized(Buffer.concat(bytes))])];
}

// --- the module ----------------------------------------------------------------------------------

function sectionsOf(module) {
  const sections = new Map();
  const reader = new Reader(module, 8);
  while (!reader.done) {
    const id = reader.byte();
    if (id === 0) throw new Error("a section of names, which would be wrong afterwards");
    sections.set(id, reader.take(reader.number()));
  }
  return sections;
}

function importedFunctions(section) {
  const reader = new Reader(section);
  let count = 0;
  for (let left = reader.number(); left > 0; --left) {
    reader.take(reader.number());
    reader.take(reader.number());
    if (reader.byte() !== 0) throw new Error("an import that is no function");
    reader.number();
    ++count;
  }
  return count;
}

// Each item of a section of items: `read` moves the reader behind it.
function itemsOf(section, read) {
  const reader = new Reader(section);
  return Array.from({ length: reader.number() }, () => {
    const begin = reader.at;
    read(reader);
    return section.subarray(begin, reader.at);
  });
}

function readExports(reader, functionNumber) {
  for (let left = reader.number(); left > 0; --left) {
    reader.take(reader.number());
    if (reader.byte() === 0) functionNumber();
    else reader.number();
  }
}

function readElements(reader, functionNumber) {
  for (let left = reader.number(); left > 0; --left) {
    const begin = [reader.number(), reader.byte(), reader.number(), reader.byte()];
    if (begin[0] !== 0 || begin[1] !== 0x41 || begin[3] !== 0x0b)
      throw new Error("elements of a kind that this does not know");
    for (let functions = reader.number(); functions > 0; --functions) functionNumber();
  }
}

const module = readFileSync(process.argv[2]);
const sections = sectionsOf(module);
const imported = importedFunctions(sections.get(IMPORTS));
const types = itemsOf(sections.get(FUNCTIONS), (reader) => reader.number());
const bodies = itemsOf(sections.get(CODE), (reader) => reader.take(reader.number()))
  .map((item) => new Reader(item)).map((reader) => reader.take(reader.number()));
const order = inOrder(bodies);
const numbers = Array.from({ length: imported }, (_, at) => at);
order.forEach((old, at) => (numbers[imported + old] = imported + at));

const moved = {
  [FUNCTIONS]: () => [number(order.length), ...order.map((old) => types[old])],
  [EXPORTS]: (all) => [renumbered(all, numbers, readExports)],
  [START]: (all) => [renumbered(all, numbers, (_, functionNumber) => functionNumber())],
  [ELEMENTS]: (all) => [renumbered(all, numbers, readElements)],
  [CODE]: () => [number(order.length), ...order.flatMap((old) =>
    sized(renumbered(bodies[old], numbers, readBody)))],
  [DATA]: joined,
};
const out = [module.subarray(0, 8)];
for (const [id, bytes] of sections)
  out.push(Buffer.of(id), ...sized(Buffer.concat(moved[id]?.(bytes) ?? [bytes])));
writeFileSync(process.argv[3], Buffer.concat(out));
