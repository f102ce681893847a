#if defined(__x86_64__)

#pragma STDC FP_CONTRACT OFF
#pragma clang attribute push(__attribute__((target("fma"))), apply_to = function)

#define W 4
#define PATH(name) sse2_fma_##name
#define TILE_VECTORS 2
#define TILE_ROWS(vectors) ((vectors) == 2 ? 6 : 12)
#include "../vector/lanes.h"
#include "../vector/counted_lanes.h"

INLINE vf fma_lanes(vf a, vf b, vf c) { return __builtin_elementwise_fma(a, b, c); }

#include "../vector/template.h"

#pragma clang attribute pop

#endif
