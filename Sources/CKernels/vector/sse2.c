#if defined(__x86_64__)

#pragma STDC FP_CONTRACT OFF

#define W 4
#define PATH(name) sse2_##name
#define TILE_VECTORS 2
#define TILE_ROWS(vectors) 2
#include "lanes.h"
#include "counted_lanes.h"

typedef double vd __attribute__((vector_size(8 * W)));
typedef int64_t vl __attribute__((vector_size(8 * W)));

// Exact where there is no such instruction: the product of two floats is exact in double, and the
// sum is rounded to odd there, so that rounding it once more to float is right (Boldo and
// Melquiond, "Emulation of FMA and correctly rounded sums: proved algorithms using rounding to
// odd", 2008).
static __attribute__((noinline)) vf fma_lanes(vf a, vf b, vf c) {
  const vd addend = __builtin_convertvector(c, vd);
  const vd product = __builtin_convertvector(a, vd) * __builtin_convertvector(b, vd);
  const vd sum = product + addend;
  const vd shared = sum - product;
  const vd error = (product - (sum - shared)) + (addend - shared);
  const vl above = error > 0.0, inexact = above | (error < 0.0);
  const vl even = ((vl)sum & 1) - 1;
  const vl away = above ^ ((vl)sum >> 63);
  const vl odd = (vl)sum + (((away & 1) * 2 - 1) & even & inexact);
  return __builtin_convertvector((vd)odd, vf);
}

#include "template.h"

#endif
