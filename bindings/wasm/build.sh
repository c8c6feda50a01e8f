#!/bin/bash
# Builds the npm package `deskside` into a folder: deskside.wasm, deskside.mjs, deskside.d.ts.
#   bindings/wasm/build.sh [FOLDER]     default: build/wasm/package
# Needs Debian's emscripten and the packages of tests/run.sh. Downloads the sources of PCRE2 and
# Snowball once, through apt, and checks them by hash. Where a native build of this revision is at
# hand, DESKSIDE_NATIVE names its folder and nothing native is built.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work=$root/build/wasm
package=${1:-$work/package}
mkdir -p "$work" "$package"

# Two at once would trip over each other's files.
exec 9>"$work/lock"
flock 9

if ! command -v emcmake >/dev/null; then
  echo "bindings/wasm/build.sh: please install emscripten (apt-get install emscripten)" >&2
  exit 3
fi

# Debian's emscripten keeps its node modules here, where only Debian's node would look.
export NODE_PATH=${NODE_PATH:-/usr/share/nodejs}
jobs=${DESKSIDE_JOBS:-$(nproc)}

# Output is of interest where it failed.
quietly() {
  "$@" >"$work/log" 2>&1 || { cat "$work/log" >&2 && exit 1; }
}

# --- the sources of PCRE2 and Snowball, as Debian 12 has them ----------------------------------
sources=$work/sources
checked() {
  [ -d "$sources" ] && (cd "$sources" && sha256sum --status -c "$here/sources.sha256") 2>/dev/null
}
if ! checked; then
  echo "-- fetching the sources of PCRE2 and Snowball"
  mkdir -p "$sources/apt/lists/partial"
  echo "deb-src http://deb.debian.org/debian bookworm main" >"$sources/apt/sources.list"
  options=(-qq -o "Dir::Etc::SourceList=$sources/apt/sources.list" -o Dir::Etc::SourceParts=-
    -o "Dir::State::Lists=$sources/apt/lists" -o "Dir::Cache=$sources/apt"
    -o "APT::Sandbox::User=$(id -un)")
  (
    cd "$sources"
    apt-get "${options[@]}" update
    apt-get "${options[@]}" source --download-only pcre2=10.42-1 snowball=2.2.0-2
  )
  checked || { echo "bindings/wasm/build.sh: the sources do not have the known hash" >&2 && exit 1; }
fi
[ -d "$sources/pcre2-10.42" ] || tar -C "$sources" -xf "$sources/pcre2_10.42.orig.tar.gz"
snowball=$sources/snowball-2.2.0
if [ ! -e "$snowball/made" ]; then
  rm -rf "$snowball"
  tar -C "$sources" -xf "$sources/snowball_2.2.0.orig.tar.gz"
  # Snowball compiles each stemmer from its description; the module's packs are English.
  sed -i -E '/^english /!d' "$snowball/libstemmer/modules.txt"
  quietly make -s -j "$jobs" -C "$snowball" snowball libstemmer/modules_utf8.h \
    libstemmer/libstemmer_utf8.c
  quietly make -s -C "$snowball" src_c/stem_UTF_8_english.c
  touch "$snowball/made"
fi

# --- packs and word lists, made by the native tools -------------------------------------------
native=${DESKSIDE_NATIVE:-$work/native}
if [ -z "${DESKSIDE_NATIVE:-}" ]; then
  cmake -S "$root" -B "$native" -G Ninja -DCMAKE_BUILD_TYPE=Release -DBUILD_TESTING=OFF >/dev/null
fi
quietly cmake --build "$native" -j "$jobs" --target packed_sources

# --- the module -------------------------------------------------------------------------------
launcher=()
if command -v ccache >/dev/null; then
  launcher=(-DCMAKE_C_COMPILER_LAUNCHER=ccache -DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
fi
# Not emcmake: it adds an emulator flag that Node 20 refuses.
toolchain=$(dirname "$(readlink -f "$(command -v emcc)")")/cmake/Modules/Platform/Emscripten.cmake
cmake -S "$here/module" -B "$work/module" -G Ninja -DCMAKE_TOOLCHAIN_FILE="$toolchain" \
  -DCMAKE_BUILD_TYPE=Release "${launcher[@]}" \
  -DDESKSIDE_PCRE2="$sources/pcre2-10.42" -DDESKSIDE_SNOWBALL="$snowball" \
  -DDESKSIDE_PACKS_SOURCE="$native/src/packed_packs.cpp" \
  -DDESKSIDE_WORDS_SOURCE="$native/src/spell/packed_linked_words.cpp" >/dev/null
quietly cmake --build "$work/module" -j "$jobs" --target deskside_module

# --- the package ------------------------------------------------------------------------------
notices() {
  echo "deskside.wasm is MIT-licensed (LICENSE) and holds the following, each under its own terms."
  echo "The word list was made from Debian's hunspell-en-us and scowl."
  while read -r name file; do
    printf '\n\n==== %s ====\n\n' "$name"
    cat "$file"
  done <<END
PCRE2 $sources/pcre2-10.42/LICENCE
Snowball $snowball/COPYING
toml++ /usr/share/doc/libtomlplusplus-dev/copyright
hunspell-en-us /usr/share/doc/hunspell-en-us/copyright
scowl /usr/share/doc/scowl/copyright
emscripten,musl,libc++ /usr/share/doc/emscripten/copyright
END
}
notices >"$package/THIRD-PARTY-NOTICES"
cp "$here/deskside.mjs" "$here/deskside.d.ts" "$here/README.md" "$here/package.json" \
  "$root/LICENSE" "$package"
# What the linker has left is two kilobytes less after another look, and twenty with what is alike side
# by side.
wasm-opt --enable-exception-handling -Oz --converge "$work/module/deskside.wasm" \
  -o "$work/optimized.wasm"
node "$here/module/neighbours.mjs" "$work/optimized.wasm" "$package/deskside.wasm"
echo "-- $package: deskside.wasm is $(stat -c %s "$package/deskside.wasm") bytes," \
  "$(gzip -9c "$package/deskside.wasm" | wc -c) gzipped"
