# `cpack` makes three Debian packages: libdeskside0, libdeskside-dev and deskside.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_PACKAGE_NAME deskside)
set(CPACK_PACKAGE_VENDOR "Deskside developers")
set(CPACK_PACKAGE_CONTACT "Deskside developers <maintainers@deskside.example>")
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL lib dev cli)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Where the command finds the library of this very build when its dependencies are worked out.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS ${CMAKE_BINARY_DIR}/src)
set(version ${PROJECT_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE})

set(CPACK_DEBIAN_LIB_PACKAGE_NAME libdeskside${DESKSIDE_SOVERSION})
set(CPACK_DEBIAN_LIB_PACKAGE_SECTION libs)
file(WRITE ${CMAKE_CURRENT_BINARY_DIR}/shlibs
  "libdeskside ${DESKSIDE_SOVERSION} libdeskside${DESKSIDE_SOVERSION} (>= ${PROJECT_VERSION})\n")
set(CPACK_DEBIAN_LIB_PACKAGE_CONTROL_EXTRA
  ${CMAKE_CURRENT_LIST_DIR}/triggers ${CMAKE_CURRENT_BINARY_DIR}/shlibs)
set(CPACK_COMPONENT_LIB_DESCRIPTION "Deskside looks over an outgoing support mail before it is sent: the spelling,
and the manners that a spell checker cannot see. Nothing leaves the machine.

This package holds the library.")
set(CPACK_DEBIAN_LIB_PACKAGE_SUGGESTS "hunspell-en-gb")

set(CPACK_DEBIAN_DEV_PACKAGE_NAME libdeskside-dev)
set(CPACK_DEBIAN_DEV_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEV_PACKAGE_SHLIBDEPS OFF)
set(CPACK_DEBIAN_DEV_PACKAGE_DEPENDS
  "libdeskside${DESKSIDE_SOVERSION} (= ${version}), libhunspell-dev, libpcre2-dev, libstemmer-dev")
set(CPACK_COMPONENT_DEV_DESCRIPTION "Deskside looks over an outgoing support mail before it is sent: the spelling,
and the manners that a spell checker cannot see. Nothing leaves the machine.

This package holds the headers for C and C++, and the static library.")

set(CPACK_DEBIAN_CLI_PACKAGE_NAME deskside)
set(CPACK_DEBIAN_CLI_PACKAGE_SECTION mail)
set(CPACK_COMPONENT_CLI_DESCRIPTION "Deskside looks over an outgoing support mail before it is sent: the spelling,
and the manners that a spell checker cannot see. Nothing leaves the machine.

This package holds the command, for people and for scripts.")
include(CPack)
