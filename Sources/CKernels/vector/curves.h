// Activations beyond sigmoid, tanh and relu: the operations of plain/curves.h, one for one.

#include "../shared/constants.h"

INLINE vf exp_minus_one_lanes(vf x) {
  x = select(x < -25.0f, splat(-25.0f), x);
  const vf shifted = fma_by(x, splat(0x1.715476p+0f), 0x1.8p23f);
  const vf whole = shifted - 0x1.8p23f;
  vf r = fma_lanes(whole, splat(-0x1.62e4p-1f), x);
  r = fma_lanes(whole, splat(-0x1.7f7d1cp-20f), r);
  vf p = splat(0x1.6a4eccp-10f);
  p = fma_by(p, r, 0x1.12399cp-7f);
  p = fma_by(p, r, 0x1.5558bp-5f);
  p = fma_by(p, r, 0x1.555492p-3f);
  p = fma_by(p, r, 0x1.fffffcp-2f);
  const vf power = (vf)(((vu)shifted - 0x4b400000u + 127u) << 23);
  return fma_lanes(power, fma_lanes(p, r * r, r), power - 1.0f);
}

INLINE vf normal_distribution_lanes(vf x, vf *power) {
  vf t = magnitude(x);
  t = select(t > 15.0f, splat(15.0f), t);
  const vf square = t * t;
  const vf rest = fma_lanes(t, t, -square);
  const vf e = signed_exp_lanes(-0.5f * square, NEGATIVE);
  *power = fma_lanes(e, -0.5f * rest, e);
  const vf z = 1.0f / fma_by(t, splat(0x1.666666p-2f), 1.0f);
  vf q = splat(-0x1.ddb95ap-6f);
  q = fma_by(q, z, 0x1.26f9dep-3f);
  q = fma_by(q, z, -0x1.05fad8p-2f);
  q = fma_by(q, z, 0x1.4649cep-3f);
  q = fma_by(q, z, -0x1.7c51aep-6f);
  q = fma_by(q, z, 0x1.b05804p-4f);
  q = fma_by(q, z, 0x1.eac9aep-4f);
  q = fma_by(q, z, 0x1.1e70c4p-3f);
  q = fma_by(q, z, 0x1.1df1c6p-3f);
  const vf below = *power * (z * q);
  return select(is_positive(x), 1.0f - below, below);
}

static void PATH(leaky_rectify)(const float *x, float *y, long count, float slope) {
  FOR_VECTORS(i, count, {
    const vf a = GET(x + i);
    PUT(y + i, select(is_positive(a), a, slope * a));
  });
}

static void PATH(leaky_rectify_backward)(const float *x, const float *dy, float *dx, long count,
                                         float slope) {
  FOR_VECTORS(i, count, {
    const vf d = GET(dy + i);
    PUT(dx + i, select(is_positive(GET(x + i)), d, slope * d));
  });
}

static void PATH(elu)(const float *x, float *y, long count) {
  FOR_VECTORS(i, count, {
    const vf a = GET(x + i);
    PUT(y + i, select(is_positive(a), a, exp_minus_one_lanes(a)));
  });
}

static void PATH(elu_backward)(const float *x, const float *dy, float *dx, long count) {
  FOR_VECTORS(i, count, {
    const vf a = GET(x + i);
    const vf d = GET(dy + i);
    PUT(dx + i, select(is_positive(a), d, d * exp_lanes(a)));
  });
}

static void PATH(selu)(const float *x, float *y, long count) {
  FOR_VECTORS(i, count, {
    const vf a = GET(x + i);
    PUT(y + i, select(is_positive(a), SELU_RIGHT * a, SELU_LEFT * exp_minus_one_lanes(a)));
  });
}

static void PATH(selu_backward)(const float *x, const float *dy, float *dx, long count) {
  FOR_VECTORS(i, count, {
    const vf a = GET(x + i);
    const vf slope = select(is_positive(a), splat(SELU_RIGHT), SELU_LEFT * exp_lanes(a));
    PUT(dx + i, GET(dy + i) * slope);
  });
}

static void PATH(gelu)(const float *x, float *y, long count) {
  FOR_VECTORS(i, count, {
    const vf a = GET(x + i);
    vf power;
    PUT(y + i, a * normal_distribution_lanes(a, &power));
  });
}

static void PATH(gelu_backward)(const float *x, const float *dy, float *dx, long count) {
  FOR_VECTORS(i, count, {
    const vf a = GET(x + i);
    vf power;
    const vf probability = normal_distribution_lanes(a, &power);
    PUT(dx + i, GET(dy + i) * fma_lanes(a * NORMAL_PEAK, power, probability));
  });
}

static void PATH(swish)(const float *x, float *y, long count) {
  FOR_VECTORS(i, count, {
    const vf a = GET(x + i);
    PUT(y + i, a * sigmoid_lanes(a));
  });
}

static void PATH(swish_backward)(const float *x, const float *dy, float *dx, long count) {
  FOR_VECTORS(i, count, {
    const vf a = GET(x + i);
    const vf s = sigmoid_lanes(a);
    PUT(dx + i, GET(dy + i) * fma_lanes(a * s, 1.0f - s, s));
  });
}

static void PATH(softplus)(const float *x, float *y, long count) {
  FOR_VECTORS(i, count, {
    const vf a = GET(x + i);
    const vf e = signed_exp_lanes(minus_magnitude(a), NEGATIVE);
    PUT(y + i, select(is_positive(a), a, (vf){}) + log_one_plus_lanes(e));
  });
}

static void PATH(softplus_backward)(const float *x, const float *dy, float *dx, long count) {
  FOR_VECTORS(i, count, { PUT(dx + i, GET(dy + i) * sigmoid_lanes(GET(x + i))); });
}
