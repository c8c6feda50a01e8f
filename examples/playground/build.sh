#!/bin/bash
# Puts the page and the engine into one folder: build.sh [FOLDER]    default: build/playground
# DESKSIDE_PACKAGE names a folder with the npm package; without it bindings/wasm/build.sh makes one.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
out=${1:-$root/build/playground}
package=${DESKSIDE_PACKAGE:-$root/build/wasm/package}
[ -n "${DESKSIDE_PACKAGE:-}" ] || "$root/bindings/wasm/build.sh" "$package"
mkdir -p "$out"
cp "$here"/index.html "$here"/playground.css "$here"/playground.mjs \
  "$package"/deskside.mjs "$package"/deskside.wasm "$package"/THIRD-PARTY-NOTICES "$out"
