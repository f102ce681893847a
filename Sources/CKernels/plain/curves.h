// exp(x) - 1 and the normal distribution of one float: the operations that every path repeats in
// its lanes. The polynomials are minimax fits whose coefficients were rounded to float one after
// the other.
#ifndef OVERFIT_PLAIN_CURVES_H
#define OVERFIT_PLAIN_CURVES_H

#include "../shared/constants.h"
#include "functions.h"

// For x <= 0: x = n log 2 + r as in exp, and 2^n (exp r - 1) + (2^n - 1).
static inline float plain_exp_minus_one(float x) {
  x = x < -25.0f ? -25.0f : x;
  const float shifted = fused(x, 0x1.715476p+0f, 0x1.8p23f);
  const float whole = shifted - 0x1.8p23f;
  float r = fused(whole, -0x1.62e4p-1f, x);
  r = fused(whole, -0x1.7f7d1cp-20f, r);
  float p = 0x1.6a4eccp-10f;
  p = fused(p, r, 0x1.12399cp-7f);
  p = fused(p, r, 0x1.5558bp-5f);
  p = fused(p, r, 0x1.555492p-3f);
  p = fused(p, r, 0x1.fffffcp-2f);
  const float power = float_of((bits_of(shifted) - 0x4b400000u + 127u) << 23);
  return fused(power, fused(p, r * r, r), power - 1.0f);
}

// With t = |x| and z = 1 / (1 + 0.35 t): P(-t) = exp(-t^2 / 2) z Q(z). The square is kept in two
// parts, so that large t lose nothing; power is exp(-t^2 / 2).
static inline float plain_normal_distribution(float x, float *power) {
  float t = float_of(bits_of(x) & 0x7fffffffu);
  t = t > 15.0f ? 15.0f : t;
  const float square = t * t;
  const float rest = fused(t, t, -square);
  const float e = plain_exp(-0.5f * square);
  *power = fused(e, -0.5f * rest, e);
  const float z = 1.0f / fused(t, 0x1.666666p-2f, 1.0f);
  float q = -0x1.ddb95ap-6f;
  q = fused(q, z, 0x1.26f9dep-3f);
  q = fused(q, z, -0x1.05fad8p-2f);
  q = fused(q, z, 0x1.4649cep-3f);
  q = fused(q, z, -0x1.7c51aep-6f);
  q = fused(q, z, 0x1.b05804p-4f);
  q = fused(q, z, 0x1.eac9aep-4f);
  q = fused(q, z, 0x1.1e70c4p-3f);
  q = fused(q, z, 0x1.1df1c6p-3f);
  const float below = *power * (z * q);
  return is_positive(x) ? 1.0f - below : below;
}

#endif
