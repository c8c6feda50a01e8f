#!/bin/bash
# Makes the page, one file with the engine in it: build.sh [FOLDER]    default: build/playground
# DESKSIDE_PACKAGE names a folder with the npm package; without it bindings/wasm/build.sh makes one.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
out=${1:-$root/build/playground}
package=${DESKSIDE_PACKAGE:-$root/build/wasm/package}
[ -n "${DESKSIDE_PACKAGE:-}" ] || "$root/bindings/wasm/build.sh" "$package"
mkdir -p "$out"
python3 "$here/one_page.py" "$here" "$package" >"$out/index.html"
cp "$package/THIRD-PARTY-NOTICES" "$out"
echo "-- $out/index.html: open it in a browser"
