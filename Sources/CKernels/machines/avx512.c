#if defined(__x86_64__)

#include <immintrin.h>

#pragma STDC FP_CONTRACT OFF
#pragma clang attribute push(                                                        \
    __attribute__((target("avx512f,avx512vl,avx512bw,avx512dq,avx2,fma"))), apply_to = function)

#define W 16
#define PATH(name) avx512_##name
#define TILE_VECTORS 4
#define TILE_ROWS(vectors) ((vectors) == 4 ? 6 : (vectors) == 3 ? 8 : 12)
#include "../vector/lanes.h"

typedef __mmask16 lane_mask;

INLINE lane_mask mask_of(long count) { return (lane_mask)((1u << count) - 1); }
INLINE vf load_part(const float *p, lane_mask m) { return (vf)_mm512_maskz_loadu_ps(m, p); }
INLINE void store_part(float *p, vf x, lane_mask m) { _mm512_mask_storeu_ps(p, m, (__m512)x); }
INLINE vf keep_part(vf x, lane_mask m) { return (vf)_mm512_maskz_mov_ps(m, (__m512)x); }
INLINE vf fma_lanes(vf a, vf b, vf c) { return __builtin_elementwise_fma(a, b, c); }

#include "../vector/template.h"

#pragma clang attribute pop

#endif
