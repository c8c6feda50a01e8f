# Hunspell and PCRE2 as PkgConfig::HUNSPELL and PkgConfig::PCRE2, libstemmer by its path. A build
# that brings its own (bindings/wasm) has named the two targets already.
if(NOT TARGET PkgConfig::PCRE2)
  find_package(PkgConfig REQUIRED)
  pkg_check_modules(HUNSPELL REQUIRED IMPORTED_TARGET hunspell)
  pkg_check_modules(PCRE2 REQUIRED IMPORTED_TARGET libpcre2-8)
  find_library(STEMMER_LIBRARY stemmer REQUIRED)
  find_path(STEMMER_INCLUDE libstemmer.h REQUIRED)
endif()
