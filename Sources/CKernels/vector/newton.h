// The square root by multiplications, for machines whose roots keep their divisions waiting.

// The root of x from y, an estimate of 1 / sqrt(x): one step of Newton and Goldschmidt for g, near
// sqrt(x), and h, near 1 / (2 sqrt(x)), and then what is left of x, which is exact. The result is
// the root rounded once, for every y that is wrong by less than 2^-14 of 1 / sqrt(x) and every x
// from 2^-100 on: for x of [1, 4) each such y was tried (Tests/CRootProof), and a factor of 4
// changes no bit of a significand. An x that is too small, 0, infinite, negative or no number has
// a result that is too small or no number.
INLINE vf root_from(vf x, vf y) {
  vf g = x * y, h = 0.5f * y;
  const vf rest = fma_lanes(-g, h, splat(0.5f));
  g = fma_lanes(g, rest, g);
  h = fma_lanes(h, rest, h);
  return fma_lanes(fma_lanes(-g, g, x), h, g);
}

// What every result is not below where root_from may be used.
#define LEAST_ROOT 0x1p-50f
