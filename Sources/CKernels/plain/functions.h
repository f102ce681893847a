// exp, log, tanh, sigmoid and the normal number of a word: the operations that every path repeats in its lanes.
// The polynomials are minimax fits whose coefficients were rounded to float one after the other.
#ifndef OVERFIT_PLAIN_FUNCTIONS_H
#define OVERFIT_PLAIN_FUNCTIONS_H

#include <stdint.h>
#include <string.h>

#include "plain.h"

#pragma STDC FP_CONTRACT OFF

static inline uint32_t bits_of(float x) {
  uint32_t bits;
  memcpy(&bits, &x, sizeof bits);
  return bits;
}

static inline float float_of(uint32_t bits) {
  float x;
  memcpy(&x, &bits, sizeof x);
  return x;
}

// x > 0, asked of the bits. A comparison of floats before a choice between x and 0 becomes a
// maximum instruction on some machines, and those let a signalling NaN through.
static inline int is_positive(float x) { return bits_of(x) - 1u < 0x7f800000u; }

// a * b + c, rounded once. The product of two floats is exact in double. The sum that follows is
// rounded to double and then to float, which can differ from one rounding only where it comes to
// lie in the middle between two floats: where its last 29 bits are a one and zeros, or, with fewer
// bits to a subnormal float, anywhere below those that are normal.
static inline float fused(float a, float b, float c) {
#if defined(__aarch64__)
  return __builtin_fmaf(a, b, c);
#else
  const double product = (double)a * b, sum = product + c;
  uint64_t bits;
  memcpy(&bits, &sum, sizeof bits);
  const int is_middle = (bits & 0x1fffffff) == 0x10000000;
  const int is_small = 2 * bits - 1 < 2 * 0x3810000000000000u - 1;
  return __builtin_expect(is_middle | is_small, 0) ? plain_round_once(product, c) : (float)sum;
#endif
}

// x = n log 2 + r with |r| <= log 2 / 2; exp x = 2^n (1 + r + r^2 P(r)). The power of two is
// multiplied in two halves, so that subnormal results and infinity come out right.
static inline float plain_exp(float x) {
  x = x < -104.0f ? -104.0f : x;
  x = x > 89.0f ? 89.0f : x;
  const float shifted = fused(x, 0x1.715476p+0f, 0x1.8p23f);
  const float whole = shifted - 0x1.8p23f;
  float r = fused(whole, -0x1.62e4p-1f, x);
  r = fused(whole, -0x1.7f7d1cp-20f, r);
  float p = 0x1.6a4eccp-10f;
  p = fused(p, r, 0x1.12399cp-7f);
  p = fused(p, r, 0x1.5558bp-5f);
  p = fused(p, r, 0x1.555492p-3f);
  p = fused(p, r, 0x1.fffffcp-2f);
  const float power = fused(p, r * r, r) + 1.0f;
  const int32_t n = (int32_t)(bits_of(shifted) - 0x4b400000u);
  const int32_t half = n >> 1;
  const float first = float_of((uint32_t)(half + 127) << 23);
  const float second = float_of((uint32_t)(n - half + 127) << 23);
  return (power * first) * second;
}

// x = 2^e m with m in [sqrt 1/2, sqrt 2); f = m - 1;
// log x = f - f^2/2 + f^3 P(f) + e log 2, the low part of log 2 first, the high part last.
static inline float plain_log(float x) {
  const int small = x < 0x1p-126f;
  const uint32_t bits = bits_of(small ? x * 0x1p23f : x) - 0x3f3504f3u;
  const float e = (float)((int32_t)bits >> 23) - (small ? 23.0f : 0.0f);
  const float f = float_of((bits & 0x7fffffu) + 0x3f3504f3u) - 1.0f;
  float p = -0x1.38c91p-4f;
  p = fused(p, f, 0x1.055e62p-3f);
  p = fused(p, f, -0x1.0d8232p-3f);
  p = fused(p, f, 0x1.22d936p-3f);
  p = fused(p, f, -0x1.54728cp-3f);
  p = fused(p, f, 0x1.99a01cp-3f);
  p = fused(p, f, -0x1.000226p-2f);
  p = fused(p, f, 0x1.555554p-2f);
  const float square = f * f;
  float y = p * (square * f);
  y = fused(e, -0x1.05c61p-29f, y);
  y = fused(-0.5f, square, y);
  y = fused(e, 0x1.62e43p-1f, f + y);
  y = x < __builtin_inff() ? y : x;
  y = x == 0.0f ? -__builtin_inff() : y;
  return x < 0.0f ? __builtin_nanf("") : y;
}

// log(1 + x) for x in [0, 1]: the rounding error of 1 + x is put back.
static inline float plain_log_one_plus(float x) {
  const float u = 1.0f + x;
  return plain_log(u) + (x - (u - 1.0f)) / u;
}

static inline float plain_sigmoid(float x) {
  const float e = plain_exp(float_of(bits_of(x) | 0x80000000u));
  return (x < 0.0f ? e : 1.0f) / (1.0f + e);
}

// |x| < 0.625: x + x^3 P(x^2); else 1 - 2 / (exp(2 |x|) + 1) with the sign of x.
static inline float plain_tanh(float x) {
  const uint32_t sign = bits_of(x) & 0x80000000u;
  const float magnitude = float_of(bits_of(x) & 0x7fffffffu);
  const float square = x * x;
  float p = -0x1.750ce4p-8f;
  p = fused(p, square, 0x1.51f8cep-6f);
  p = fused(p, square, -0x1.b835a4p-5f);
  p = fused(p, square, 0x1.1106f6p-3f);
  p = fused(p, square, -0x1.555532p-2f);
  const float near = fused(p, x * square, x);
  const float far = 1.0f - 2.0f / (plain_exp(magnitude + magnitude) + 1.0f);
  return float_of(bits_of(magnitude < 0.625f ? near : far) | sign);
}

// The normal number whose distribution function is where a word lies among all words: the upper
// bit is the sign, the others are n with x = (n + 1/2) / 2^31 between the quantiles +-z. With
// t = 1 - x and w = -log(1 - x^2) = -log(t (2 - t)), z = sqrt 2 erfinv(x) = x N(w) / D(w); the
// form is that of Giles, "Approximating the erfinv function", GPU Computing Gems, 2012. N / D is
// within 1.1e-8 for all w that there are.
static inline float plain_normal(uint32_t word) {
  const uint32_t n = word & 0x7fffffffu;
  const float x = fused((float)(int32_t)n, 0x1p-31f, 0x1p-32f);
  const float t = fused((float)(int32_t)(n ^ 0x7fffffffu), 0x1p-31f, 0x1p-32f);
  const float w = -plain_log(t * (2.0f - t));
  float above = 0x1.98b60ep-23f;
  above = fused(above, w, 0x1.f06836p-15f);
  above = fused(above, w, 0x1.2a5698p-10f);
  above = fused(above, w, 0x1.9a6b64p-7f);
  above = fused(above, w, 0x1.74d6cep-4f);
  above = fused(above, w, 0x1.ca4b66p-2f);
  above = fused(above, w, 0x1.40d932p+0f);
  float below = 0x1.f40698p-19f;
  below = fused(below, w, 0x1.042956p-12f);
  below = fused(below, w, 0x1.2f41e8p-9f);
  below = fused(below, w, 0x1.1bd654p-5f);
  below = fused(below, w, 0x1.86555cp-4f);
  below = fused(below, w, 1.0f);
  const float z = (x * above) / below;
  return float_of(bits_of(z) | (word & 0x80000000u));
}

#endif
