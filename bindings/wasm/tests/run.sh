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

# From the packed archive alone, in a folder far from here, as its README says.
far=$(mktemp -d)
trap 'rm -rf "$far"' EXIT
mkdir -p "$far/node_modules/deskside"
if command -v npm >/dev/null; then
  (cd "$DESKSIDE_PACKAGE" && npm pack --silent --pack-destination "$far" >/dev/null)
  tar -xzf "$far"/deskside-*.tgz -C "$far/node_modules/deskside" --strip-components=1
else
  cp "$DESKSIDE_PACKAGE"/* "$far/node_modules/deskside"
fi
# shellcheck disable=SC2016 # the backquotes are Markdown's
sed -n '/^```js$/,/^```$/p' "$DESKSIDE_PACKAGE/README.md" | sed '/^```/d' >"$far/readme.mjs"
(cd "$far" && node readme.mjs) | tee "$far/out"
grep -q "tone-as-i-said" "$far/out"
