#if defined(__x86_64__)

#pragma STDC FP_CONTRACT OFF

#define W 4
#define PATH(name) sse2_##name
#define TILE_VECTORS 2
#define TILE_ROWS(vectors) 2
#include "../vector/lanes.h"
#include "../vector/counted_lanes.h"

typedef double vd __attribute__((vector_size(8 * W)));
typedef int32_t vd_words __attribute__((vector_size(8 * W)));

// Lane by lane, where a double in between may lead to a second rounding.
static __attribute__((noinline, cold, preserve_all)) vf fma_once(vf a, vf b, vf c) {
  vf sums;
  for (int i = 0; i < W; i++) sums[i] = plain_round_once((double)a[i] * b[i], c[i]);
  return sums;
}

// fused() of plain/functions.h in W lanes; the bits of a double are looked at in words.
INLINE vf fma_lanes(vf a, vf b, vf c) {
  const vd sum = __builtin_convertvector(a, vd) * __builtin_convertvector(b, vd) +
                 __builtin_convertvector(c, vd);
  const vd_words words = (vd_words)sum;
  const vi low = __builtin_shufflevector(words, words, 0, 2, 4, 6);
  const vi high = __builtin_shufflevector(words, words, 1, 3, 5, 7);
  const vi is_middle = (low & 0x1fffffff) == 0x10000000;
  const vi is_small = (vi)((vu)(high & 0x7fffffff) + 0x7fffffffu) < INT32_MIN + 0x380fffff;
  if (__builtin_expect(__builtin_ia32_movmskps((vf)(is_middle | is_small)), 0))
    return fma_once(a, b, c);
  return __builtin_convertvector(sum, vf);
}

#include "../vector/template.h"

#endif
