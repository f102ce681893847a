#if defined(__aarch64__)

#pragma STDC FP_CONTRACT OFF

#define W 4
#define PATH(name) neon_##name
#define TILE_VECTORS 4
#define TILE_ROWS(vectors) ((vectors) == 4 ? 6 : 8)
#include "../vector/lanes.h"
#include "../vector/counted_lanes.h"

INLINE vf fma_lanes(vf a, vf b, vf c) { return __builtin_elementwise_fma(a, b, c); }

#include "../vector/template.h"

#endif
