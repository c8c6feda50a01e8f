#!/bin/bash
# run.sh WAY BUILD SOURCE: builds and runs the examples against the library in one way people use
# it: find_package-c, find_package-cpp, static-c, pkg-config, pkg-config-static, subdirectory.
set -euo pipefail
way=$1 build=$2 source=$3
here=$source/tests/consumer
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
prefix=$work/prefix

launcher=()
command -v ccache >/dev/null && launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache -DCMAKE_C_COMPILER_LAUNCHER=ccache)

# consume PROJECT [cmake option…]
consume() {
  local project=$1
  shift
  cmake -S "$here/$project" -B "$work/build" -G Ninja -DCMAKE_PREFIX_PATH="$prefix" \
    -DDESKSIDE_EXAMPLES="$source/examples" "${launcher[@]}" "$@" >/dev/null
  cmake --build "$work/build" >/dev/null
  finds_the_reproach "$work/build/check"
}

# The example ends with 1, and says which rule spoke; a plain sentence passes with 0.
finds_the_reproach() {
  local said status=0
  said=$("$1") || status=$?
  if [ $status != 1 ] || [[ $said != *tone-as-i-said* ]]; then
    echo "$1 ended with $status and said: $said"
    exit 1
  fi
  "$1" "The licence is per device." >/dev/null
}

if [ "$way" != subdirectory ]; then
  cmake --install "$build" --prefix "$prefix" >/dev/null
  # Installed elsewhere than it was configured for: the file moves with its folder.
  pc=$(find "$prefix" -name deskside.pc)
  libdir=$(dirname "$(dirname "$pc")")
  export PKG_CONFIG_PATH=${pc%/*} LD_LIBRARY_PATH=$libdir
  flags=$(pkg-config --define-variable=prefix="$prefix" --cflags deskside)
fi
case $way in
find_package-c) consume c ;;
find_package-cpp) consume cpp ;;
static-c)
  consume c -DDESKSIDE_TARGET=deskside::static
  if ldd "$work/build/check" | grep libdeskside; then exit 1; fi
  ;;
pkg-config)
  libs=$(pkg-config --define-variable=prefix="$prefix" --libs deskside)
  # shellcheck disable=SC2086 # flags are words
  cc $flags "$source/examples/c/check.c" $libs -o "$work/c"
  # shellcheck disable=SC2086
  c++ -std=c++17 $flags "$source/examples/cpp/check.cpp" $libs -o "$work/cpp"
  finds_the_reproach "$work/c"
  finds_the_reproach "$work/cpp"
  ;;
pkg-config-static)
  libs=$(pkg-config --define-variable=prefix="$prefix" --static --libs deskside)
  rm "$libdir"/libdeskside.so*
  # shellcheck disable=SC2086
  cc $flags "$source/examples/c/check.c" $libs -o "$work/c"
  finds_the_reproach "$work/c"
  ;;
subdirectory)
  # The same flags as the other builds, so that ccache has most of it.
  consume subdirectory -DDESKSIDE_SOURCE="$source" -DCMAKE_BUILD_TYPE=Release -DDESKSIDE_WERROR=ON
  ;;
esac
echo "$way works"
