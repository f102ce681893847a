#if defined(__x86_64__)

#include <immintrin.h>

#pragma STDC FP_CONTRACT OFF
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)

#define W 8
#define PATH(name) avx2_##name
#define TILE_VECTORS 2
#define TILE_ROWS(vectors) ((vectors) == 2 ? 6 : 12)
#include "../vector/lanes.h"

typedef __m256i lane_mask;

INLINE lane_mask mask_of(long count) {
  return _mm256_cmpgt_epi32(_mm256_set1_epi32((int)count),
                            _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7));
}
INLINE vf load_part(const float *p, lane_mask m) { return (vf)_mm256_maskload_ps(p, m); }
INLINE void store_part(float *p, vf x, lane_mask m) { _mm256_maskstore_ps(p, m, (__m256)x); }
INLINE vf keep_part(vf x, lane_mask m) { return (vf)((vi)x & (vi)m); }
INLINE vf fma_lanes(vf a, vf b, vf c) { return __builtin_elementwise_fma(a, b, c); }

#include "../vector/template.h"

#pragma clang attribute pop

#endif
