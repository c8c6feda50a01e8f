#!/bin/bash
# Builds the add-on and drives the real Thunderbird with it: run.sh NATIVE_BUILD
# Exit 77 says that it was skipped.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
. "$root/src/packaging/needs.sh"

need emscripten thunderbird xvfb openbox xdotool imagemagick python3 || {
  echo "skipped: Thunderbird, Xvfb or openbox cannot be installed here"
  exit 77
}
export DESKSIDE_NATIVE=$1 DESKSIDE_PACKAGE=$1/wasm-package
"$root/bindings/wasm/build.sh" "$DESKSIDE_PACKAGE"
"$here/../build.sh" "$1/deskside.xpi"
"$here/../build.sh" "$1/again.xpi" >/dev/null
cmp "$1/deskside.xpi" "$1/again.xpi"
python3 "$here/addon_test.py" "$1/deskside.xpi"
