#include "CRootProof.h"

#include "../../Sources/CKernels/include/CKernels.h"

#if defined(__x86_64__)

#include <immintrin.h>
#include <string.h>

#pragma STDC FP_CONTRACT OFF
#pragma clang attribute push(                                                        \
    __attribute__((target("avx512f,avx512vl,avx512bw,avx512dq,avx2,fma"))), apply_to = function)

#define W 16
#include "../../Sources/CKernels/vector/lanes.h"

INLINE vf fma_lanes(vf a, vf b, vf c) { return __builtin_elementwise_fma(a, b, c); }

#include "../../Sources/CKernels/vector/newton.h"

static float float_of(uint32_t bits) {
  float x;
  memcpy(&x, &bits, sizeof x);
  return x;
}

static uint32_t bits_of(double x) {
  const float rounded = (float)x;
  uint32_t bits;
  memcpy(&bits, &rounded, sizeof bits);
  return bits;
}

// Whether 16 estimates in a row, from the one with these bits on, lead to another root.
INLINE bool is_wrong(float x, float root, uint32_t bits) {
  vu numbers;
  for (int lane = 0; lane < W; lane++) numbers[lane] = (uint32_t)lane;
  const vf found = root_from(splat(x), (vf)(numbers + bits));
  return _mm512_cmp_ps_mask((__m512)found, _mm512_set1_ps(root), _CMP_NEQ_UQ) != 0;
}

long wrong_roots(uint32_t first, uint32_t end, int scale, double bound, uint32_t stride) {
  long wrong = 0;
  for (uint32_t i = first; i < end; i++) {
    const float x = float_of(0x3f800000u + i + (uint32_t)scale * 0x1000000u);
    const double exact = __builtin_elementwise_sqrt((double)x);
    const float root = __builtin_elementwise_sqrt(x);
    // One float farther on either side than the quotients in double say.
    const uint32_t least = bits_of((1 - bound) / exact) - 1;
    const uint32_t greatest = bits_of((1 + bound) / exact) + 1;
    bool is_found = is_wrong(x, root, greatest - W + 1);
    for (uint32_t bits = least; bits <= greatest - W + 1; bits += W * stride)
      is_found |= is_wrong(x, root, bits);
    wrong += is_found;
  }
  return wrong;
}

long accepted_roots(uint32_t first, uint32_t end, double bound, uint32_t stride) {
  long accepted = 0;
  for (uint64_t bits = first; bits < end; bits += stride) {
    const float x = float_of((uint32_t)bits);
    const double exact = __builtin_elementwise_sqrt((double)x);
    for (int side = -1; side <= 1; side += 2) {
      const vf root = root_from(splat(x), splat((float)((1 + side * bound) / exact)));
      accepted += root[0] >= LEAST_ROOT;
    }
  }
  return accepted;
}

#pragma clang attribute pop

bool root_proof_is_available(void) { return kernel_table(KERNEL_AVX512) != 0; }

#else

bool root_proof_is_available(void) { return false; }

long wrong_roots(uint32_t first, uint32_t end, int scale, double bound, uint32_t stride) {
  (void)first, (void)end, (void)scale, (void)bound, (void)stride;
  return 0;
}

long accepted_roots(uint32_t first, uint32_t end, double bound, uint32_t stride) {
  (void)first, (void)end, (void)bound, (void)stride;
  return 0;
}

#endif
