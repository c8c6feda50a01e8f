#!/bin/bash
# Builds the page and tests it in Chromium: test.sh NATIVE_BUILD. Exit 77 says that it was skipped.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
. "$root/src/packaging/needs.sh"

need emscripten chromium python3 || { echo "skipped: Chromium cannot be installed here" && exit 77; }
export DESKSIDE_NATIVE=$1 DESKSIDE_PACKAGE=$1/wasm-package
"$root/bindings/wasm/build.sh" "$DESKSIDE_PACKAGE"
"$here/build.sh" "$1/playground"
python3 "$here/test.py" "$1/playground" "$(command -v chromium)"
