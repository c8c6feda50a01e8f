// First thing after waking: compiling the engine takes longest, so it begins before anything else
// is read. A classic script, since modules wait for each other.
"use strict";

globalThis.desksideModule = WebAssembly.compileStreaming(fetch("engine/deskside.wasm"));
globalThis.desksideModule.catch(() => {}); // engine.mjs then loads it the plain way
