#!/bin/bash
# From nothing to a first look: installs what is missing (asking first on a terminal), builds, and
# checks the messages beside this script, so that you see what the program is for.
set -euo pipefail
case "${1:-}" in
  "") ;;
  -h | --help)
    sed -n '2,3s/^# //p' "$0"
    exit ;;
  *)
    echo "usage: $0 [--help]" >&2
    exit 2 ;;
esac
cd "$(dirname "$0")/.."
. src/packaging/needs.sh

need "${build_packages[@]}"
cmake --preset release -DBUILD_TESTING=OFF >/dev/null
cmake --build --preset release -j "$(nproc)"

deskside=build/release/src/cli/deskside
echo
for mail in examples/messages/*.eml; do
  echo "\$ deskside check $mail"
  # 1 says "look again", which is what most of these are for.
  "$deskside" check "$mail" || [ $? = 1 ]
  echo
done
echo "That was $deskside. Try it on a mail of your own:"
echo "  $deskside check --coach FILE"
