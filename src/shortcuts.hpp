// Whether work may be left out that cannot change a finding. Configured with
// -DDESKSIDE_REFERENCE=ON all of it is done, which is slow, and tests/eval/reference.sh shows that
// the findings are the same.
#pragma once

namespace dsk {

#ifdef DESKSIDE_REFERENCE
inline constexpr bool shortcuts = false;
#else
inline constexpr bool shortcuts = true;
#endif

}  // namespace dsk
