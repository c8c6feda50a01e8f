#!/bin/bash
# Builds the package and tests it: run.sh NATIVE_BUILD CLI. Exit 77 says that it was skipped.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
. "$root/src/packaging/needs.sh"

need emscripten || { echo "skipped: emscripten cannot be installed here" && exit 77; }
if ! command -v node >/dev/null; then
  need nodejs || { echo "skipped: there is no node here" && exit 77; }
fi
export DESKSIDE_NATIVE=$1 DESKSIDE_CLI=$2 DESKSIDE_PACKAGE=$1/wasm-package
"$here/../build.sh" "$DESKSIDE_PACKAGE"
node --test --test-reporter=spec "$here/deskside_test.mjs" 2>/dev/null ||
  node --test "$here/deskside_test.mjs"

# From the tarball alone, in a folder far from here, as its README says, and the example on it.
far=$(mktemp -d)
trap 'rm -rf "$far"' EXIT
cd "$far"
if command -v npm >/dev/null; then
  (cd "$DESKSIDE_PACKAGE" && npm pack --silent --pack-destination "$far" >/dev/null)
  npm install --silent --offline --no-audit --no-fund ./deskside-*.tgz >/dev/null
else
  mkdir -p node_modules/deskside
  cp "$DESKSIDE_PACKAGE"/* node_modules/deskside
fi
at=0
awk '/^```js$/ { inside = 1; file = sprintf("readme%d.mjs", ++n); next } /^```$/ { inside = 0 }
  inside { print >file }' node_modules/deskside/README.md
for snippet in readme*.mjs; do
  node "$snippet" | tee -a out
  at=$((at + 1))
done
echo "$at snippets of the README ran"
grep -q "tone-as-i-said" out
cp "$root/examples/javascript/check.mjs" .
"$root/examples/run.sh" node check.mjs

# What the types say is so, where there is a compiler for them.
if command -v tsc >/dev/null || need node-typescript; then
  cp "$here/types.ts" types.mts
  tsc --noEmit --strict --target es2022 --module nodenext --moduleResolution nodenext \
    --lib es2022,dom types.mts
  echo "the types fit"
fi
