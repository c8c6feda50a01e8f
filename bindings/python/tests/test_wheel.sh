#!/bin/bash
# test_wheel.sh LIBRARY SOURCE: pip installs this folder offline into a fresh venv; the wheel is
# enough by itself, far from the repository; its types hold under mypy.
set -euo pipefail
library=$1 source=$2
unset DESKSIDE_LIBRARY PYTHONPATH
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
if ! python3 -m venv "$scratch/venv" >"$scratch/log" 2>&1; then
  echo "SKIPPED: python3 cannot make a venv here (apt-get install python3-venv)"
  exit 77
fi
# pip writes build files into the folder it installs from.
cp -r "$source/bindings/python" "$scratch/package"
cp "$source/LICENSE" "$scratch/"
DESKSIDE_LIBRARY=$library "$scratch/venv/bin/pip" --disable-pip-version-check wheel --quiet \
  --no-index --no-deps --wheel-dir "$scratch/wheels" "$scratch/package"
wheel=$(echo "$scratch"/wheels/deskside-*-py3-none-*.whl)
"$scratch/venv/bin/pip" --disable-pip-version-check install --quiet --no-index "$wheel"
rm -rf "$scratch/package"

cd "$scratch"
lib=$(echo venv/lib/python3*/site-packages/deskside/_lib)
# The loader has to take the companions from the wheel, not from the system.
ldd "$lib/libdeskside.so.0" >ldd.txt
grep -q libhunspell ldd.txt
while read -r name _ path _; do
  case $name in
  libhunspell* | libpcre2* | libstemmer*) ;;
  *) continue ;;
  esac
  case $path in
  "$scratch/$lib"/* | "$lib"/*) ;;
  *) echo "$name is taken from $path, not from the wheel" && exit 1 ;;
  esac
done <ldd.txt
python3 -m zipfile -e "$wheel" unpacked
cat unpacked/*.dist-info/THIRD-PARTY-NOTICES >notices
grep -qi hunspell notices

status=0
venv/bin/python -m deskside "$source/examples/messages/3-reproach.eml" >out || status=$?
cat out
[ $status = 1 ] && grep -q tone-as-i-said out
venv/bin/python -m deskside "$source/examples/messages/1-good-answer.eml"
echo "$(basename "$wheel"), $(stat -c %s "$wheel") bytes"
