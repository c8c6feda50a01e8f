#!/bin/bash
# Makes deskside.xpi, the same bytes from the same sources: build.sh [FILE]
# DESKSIDE_PACKAGE names a folder with the npm package; without it bindings/wasm/build.sh makes one.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
out=${1:-$root/build/thunderbird/deskside.xpi}
package=${DESKSIDE_PACKAGE:-$root/build/wasm/package}
[ -n "${DESKSIDE_PACKAGE:-}" ] || "$root/bindings/wasm/build.sh" "$package"
mkdir -p "$(dirname "$out")"
python3 - "$here/addon" "$package" "$root/LICENSE" "$out" <<'END'
import pathlib, sys, zipfile
addon, package, licence, out = map(pathlib.Path, sys.argv[1:])
files = {str(path.relative_to(addon)): path for path in addon.rglob("*") if path.is_file()}
files |= {f"engine/{name}": package / name for name in ("deskside.mjs", "deskside.wasm")}
files |= {"LICENSE": licence, "THIRD-PARTY-NOTICES": package / "THIRD-PARTY-NOTICES"}
with zipfile.ZipFile(out, "w") as xpi:
    for name in sorted(files):
        entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
        entry.compress_type = zipfile.ZIP_DEFLATED
        entry.create_system = 3
        entry.external_attr = 0o644 << 16
        xpi.writestr(entry, files[name].read_bytes(), compresslevel=9)
print(f"-- {out}: {out.stat().st_size} bytes")
END
