#if defined(__x86_64__)

#include <immintrin.h>

#pragma STDC FP_CONTRACT OFF
#pragma clang attribute push(                                                        \
    __attribute__((target("avx512f,avx512vl,avx512bw,avx512dq,avx2,fma"))), apply_to = function)

#define W 16
#define PATH(name) avx512_##name
#define TILE_VECTORS 4
#define TILE_ROWS(vectors) ((vectors) == 4 ? 6 : 8)
#include "../vector/lanes.h"

typedef __mmask16 lane_mask;

INLINE lane_mask mask_of(long count) { return (lane_mask)((1u << count) - 1); }
INLINE vf load_part(const float *p, lane_mask m) { return (vf)_mm512_maskz_loadu_ps(m, p); }
INLINE void store_part(float *p, vf x, lane_mask m) { _mm512_mask_storeu_ps(p, m, (__m512)x); }
INLINE vf keep_part(vf x, lane_mask m) { return (vf)_mm512_maskz_mov_ps(m, (__m512)x); }
INLINE vf fma_lanes(vf a, vf b, vf c) { return __builtin_elementwise_fma(a, b, c); }

// A root and a division wait for the same unit, and Adam takes both of every element: the root by
// multiplications leaves it to the division. The estimate is wrong by less than 2^-14.
#include "../vector/newton.h"
#define OWN_ROOT
INLINE vf root_lanes(vf x) {
  const vf root = root_from(x, (vf)_mm512_rsqrt14_ps((__m512)x));
  const __m512 least = _mm512_set1_ps(LEAST_ROOT);
  const lane_mask failed = _mm512_cmp_ps_mask((__m512)root, least, _CMP_NGE_UQ);
  return __builtin_expect(failed, 0) ? __builtin_elementwise_sqrt(x) : root;
}

#define OWN_POWER
INLINE vf times_power_lanes(vf x, vf shifted, const int sign) {
  (void)sign;
  return (vf)_mm512_scalef_ps((__m512)x, (__m512)(shifted - 0x1.8p23f));
}

#include "../vector/template.h"

#pragma clang attribute pop

#endif
