// Memory that will be read soon, asked for early. The tables that every word is looked up in are
// larger than a processor keeps near, and where one look waits for it, the next need not wait
// again.
#pragma once

namespace dsk {

inline void prefetch([[maybe_unused]] const void* at) {
#ifdef __GNUC__
  __builtin_prefetch(at);
#endif
}

}  // namespace dsk
