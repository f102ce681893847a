// exp, log, sigmoid and tanh in W lanes: the operations of plain/functions.h, one for one.

INLINE vi sign_bits(vf x) { return (vi)x & (int32_t)0x80000000; }
INLINE vf magnitude(vf x) { return (vf)((vi)x & 0x7fffffff); }
INLINE vf minus_magnitude(vf x) { return (vf)((vi)x | (int32_t)0x80000000); }
INLINE vi is_positive(vf x) { return (vi)((vu)x - 1u < 0x7f800000u); }
INLINE vf fma_by(vf a, vf b, float c) { return fma_lanes(a, b, splat(c)); }

#ifndef OWN_ROOT
INLINE vf root_lanes(vf x) { return __builtin_elementwise_sqrt(x); }
#endif

// What is known of the sign of n, and of the x of exp. With an n on one side of 0, 2^(n - 64) or
// 2^(n + 64) is normal, and the other factor is the same for all.
enum { NEGATIVE = -1, ANY_SIGN = 0, POSITIVE = 1 };

#ifndef OWN_POWER
INLINE vf times_power_lanes(vf x, vf shifted, const int sign) {
  if (sign != ANY_SIGN) {
    const vu near = ((vu)shifted << 23) + ((uint32_t)(127 - 64 * sign) << 23);
    return (x * (vf)near) * (sign == POSITIVE ? 0x1p64f : 0x1p-64f);
  }
  const vi n = (vi)((vu)shifted - 0x4b400000u);
  const vi half = n >> 1;
  return (x * (vf)((half + 127) << 23)) * (vf)((n - half + 127) << 23);
}
#endif

// exp of x, which may be known to have a sign.
INLINE vf signed_exp_lanes(vf x, const int sign) {
  if (sign != POSITIVE) x = select(x < -104.0f, splat(-104.0f), x);
  if (sign != NEGATIVE) x = select(x > 89.0f, splat(89.0f), x);
  const vf shifted = fma_by(x, splat(0x1.715476p+0f), 0x1.8p23f);
  const vf whole = shifted - 0x1.8p23f;
  vf r = fma_lanes(whole, splat(-0x1.62e4p-1f), x);
  r = fma_lanes(whole, splat(-0x1.7f7d1cp-20f), r);
  vf p = splat(0x1.6a4eccp-10f);
  p = fma_by(p, r, 0x1.12399cp-7f);
  p = fma_by(p, r, 0x1.5558bp-5f);
  p = fma_by(p, r, 0x1.555492p-3f);
  p = fma_by(p, r, 0x1.fffffcp-2f);
  return times_power_lanes(fma_lanes(p, r * r, r) + 1.0f, shifted, sign);
}

INLINE vf exp_lanes(vf x) { return signed_exp_lanes(x, ANY_SIGN); }

INLINE vf log_lanes(vf x) {
  const vi small = x < 0x1p-126f;
  const vi bits = (vi)((vu)select(small, x * 0x1p23f, x) - 0x3f3504f3u);
  const vf e = __builtin_convertvector(bits >> 23, vf) - select(small, splat(23.0f), splat(0.0f));
  const vf f = (vf)((bits & 0x7fffff) + 0x3f3504f3) - 1.0f;
  vf p = splat(-0x1.38c91p-4f);
  p = fma_by(p, f, 0x1.055e62p-3f);
  p = fma_by(p, f, -0x1.0d8232p-3f);
  p = fma_by(p, f, 0x1.22d936p-3f);
  p = fma_by(p, f, -0x1.54728cp-3f);
  p = fma_by(p, f, 0x1.99a01cp-3f);
  p = fma_by(p, f, -0x1.000226p-2f);
  p = fma_by(p, f, 0x1.555554p-2f);
  const vf square = f * f;
  vf y = p * (square * f);
  y = fma_lanes(e, splat(-0x1.05c61p-29f), y);
  y = fma_lanes(splat(-0.5f), square, y);
  y = fma_lanes(e, splat(0x1.62e43p-1f), f + y);
  y = select(x < __builtin_inff(), y, x);
  y = select(x == 0.0f, splat(-__builtin_inff()), y);
  return select(x < 0.0f, splat(__builtin_nanf("")), y);
}

INLINE vf log_one_plus_lanes(vf x) {
  const vf u = 1.0f + x;
  return log_lanes(u) + (x - (u - 1.0f)) / u;
}

INLINE vf sigmoid_lanes(vf x) {
  const vf e = signed_exp_lanes(minus_magnitude(x), NEGATIVE);
  return select(x < 0.0f, e, splat(1.0f)) / (1.0f + e);
}

INLINE vf tanh_lanes(vf x) {
  const vf square = x * x;
  vf p = splat(-0x1.750ce4p-8f);
  p = fma_by(p, square, 0x1.51f8cep-6f);
  p = fma_by(p, square, -0x1.b835a4p-5f);
  p = fma_by(p, square, 0x1.1106f6p-3f);
  p = fma_by(p, square, -0x1.555532p-2f);
  const vf near = fma_lanes(p, x * square, x);
  const vf positive = magnitude(x);
  const vf far = 1.0f - 2.0f / (signed_exp_lanes(positive + positive, POSITIVE) + 1.0f);
  return (vf)((vi)select(positive < 0.625f, near, far) | sign_bits(x));
}
