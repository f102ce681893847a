// Elementwise functions and rows of softmax.

static void PATH(exponential)(const float *x, float *y, long count) {
  FOR_VECTORS(i, count, { PUT(y + i, exp_lanes(GET(x + i))); });
}

static void PATH(logarithm)(const float *x, float *y, long count) {
  FOR_VECTORS(i, count, { PUT(y + i, log_lanes(GET(x + i))); });
}

static void PATH(sigmoid)(const float *x, float *y, long count) {
  FOR_VECTORS(i, count, { PUT(y + i, sigmoid_lanes(GET(x + i))); });
}

static void PATH(hyperbolic_tangent)(const float *x, float *y, long count) {
  FOR_VECTORS(i, count, { PUT(y + i, tanh_lanes(GET(x + i))); });
}

static void PATH(rectify)(const float *x, float *y, long count) {
  FOR_VECTORS(i, count, {
    const vf a = GET(x + i);
    PUT(y + i, select(is_positive(a), a, (vf){}));
  });
}

static void PATH(sigmoid_backward)(const float *y, const float *dy, float *dx, long count) {
  FOR_VECTORS(i, count, {
    const vf a = GET(y + i);
    PUT(dx + i, GET(dy + i) * (a * (1.0f - a)));
  });
}

static void PATH(hyperbolic_tangent_backward)(const float *y, const float *dy, float *dx,
                                              long count) {
  FOR_VECTORS(i, count, {
    const vf a = GET(y + i);
    PUT(dx + i, GET(dy + i) * (1.0f - a * a));
  });
}

static void PATH(rectify_backward)(const float *y, const float *dy, float *dx, long count) {
  FOR_VECTORS(i, count, { PUT(dx + i, select(is_positive(GET(y + i)), GET(dy + i), (vf){})); });
}

// The greatest element of a row in every lane, and exp(x - greatest) in y; returns their sum.
INLINE float exp_row(const float *x, float *y, long columns, vf *greatest) {
  vf most = splat(-__builtin_inff());
  FOR_VECTORS(i, columns, {
    const vf a = GET(x + i);
    most = greater(part ? select(lanes_of(mask), a, splat(-__builtin_inff())) : a, most);
  });
  most = greatest_lane(most);
  vf lanes[VECTORS] = {0};
  FOR_ACCUMULATORS(i, v, columns, {
    const vf e = signed_exp_lanes(GET(x + at) - most, NEGATIVE);
    PUT(y + at, e);
    lanes[v] += part ? keep_part(e, mask) : e;
  });
  *greatest = most;
  return fold(lanes);
}

// The same of a row of at most W columns, which one vector holds: exp(x - greatest) with 0 in the
// lanes that are left, and their sum.
INLINE vf exp_narrow_row(const float *x, const int part, lane_mask mask, float *greatest,
                         float *sum) {
  const vf a = GET(x), least = splat(-__builtin_inff());
  const vf most = greatest_lane(greater(part ? select(lanes_of(mask), a, least) : a, least));
  const vf e = signed_exp_lanes(a - most, NEGATIVE);
  const vf kept = part ? keep_part(e, mask) : e;
  *greatest = most[0];
  *sum = fold_lanes(kept);
  return kept;
}

INLINE void softmax_narrow(const int part, const float *x, float *y, long rows, long columns) {
  const lane_mask mask = mask_of(part ? columns : 1);
  for (long row = 0; row < rows; row++, x += columns, y += columns) {
    float greatest, sum;
    const vf e = exp_narrow_row(x, part, mask, &greatest, &sum);
    PUT(y, e / sum);
  }
}

static void PATH(softmax)(const float *x, float *y, long rows, long columns) {
  if (columns == W) {
    softmax_narrow(0, x, y, rows, columns);
    return;
  }
  if (columns > 0 && columns < W) {
    softmax_narrow(1, x, y, rows, columns);
    return;
  }
  for (long row = 0; row < rows; row++, x += columns, y += columns) {
    vf greatest;
    const vf sum = splat(exp_row(x, y, columns, &greatest));
    FOR_VECTORS(i, columns, { PUT(y + i, GET(y + i) / sum); });
  }
}

static void PATH(softmax_backward)(const float *y, const float *dy, float *dx, long rows,
                                   long columns) {
  for (long row = 0; row < rows; row++, y += columns, dy += columns, dx += columns) {
    const vf mean = splat(row_dot(y, dy, columns));
    FOR_VECTORS(i, columns, { PUT(dx + i, GET(y + i) * (GET(dy + i) - mean)); });
  }
}

static void PATH(scale)(const float *x, float *y, long count, float factor) {
  FOR_VECTORS(i, count, { PUT(y + i, GET(x + i) * factor); });
}

static void PATH(add)(const float *x, float *y, long count) {
  FOR_VECTORS(i, count, { PUT(y + i, GET(y + i) + GET(x + i)); });
}

static void PATH(add_scaled)(const float *x, float *y, long count, float factor) {
  FOR_VECTORS(i, count, { PUT(y + i, GET(y + i) + factor * GET(x + i)); });
}

static void PATH(add_signs)(const float *x, float *y, long count, float factor) {
  FOR_VECTORS(i, count, {
    const vf a = GET(x + i);
    const vf negative = select(a < 0.0f, splat(-factor), (vf){});
    PUT(y + i, GET(y + i) + select(a > 0.0f, splat(factor), negative));
  });
}

static void PATH(soft_threshold)(float *w, long count, float threshold) {
  FOR_VECTORS(i, count, {
    const vf x = GET(w + i);
    const vf unordered = select(x != x, x, (vf){});
    const vf negative = select(x < -threshold, x + threshold, unordered);
    PUT(w + i, select(x > threshold, x - threshold, negative));
  });
}

static void PATH(multiply)(const float *a, const float *b, float *c, long count) {
  FOR_VECTORS(i, count, { PUT(c + i, GET(a + i) * GET(b + i)); });
}

static void PATH(affine)(const float *x, float *y, long count, float factor, float shift) {
  FOR_VECTORS(i, count, { PUT(y + i, GET(x + i) * factor + shift); });
}

static void PATH(scale_rows)(float *x, const float *factors, long rows, long columns) {
  if (columns == 1) {
    FOR_VECTORS(i, rows, { PUT(x + i, GET(x + i) * GET(factors + i)); });
    return;
  }
  for (long row = 0; row < rows; row++, x += columns) {
    const float factor = factors[row];
    FOR_VECTORS(i, columns, { PUT(x + i, GET(x + i) * factor); });
  }
}

static void PATH(limit_columns)(float *w, long rows, long columns, long first, long end,
                                float limit) {
  w += first;
  FOR_VECTORS(j, end - first, {
    vf squares = {};
    for (long i = 0; i < rows; i++) {
      const vf x = GET(w + i * columns + j);
      squares = fma_lanes(x, x, squares);
    }
    const vf norm = __builtin_elementwise_sqrt(squares);
    const vf factor = select(norm > limit, limit / norm, splat(1.0f));
    for (long i = 0; i < rows; i++)
      PUT(w + i * columns + j, GET(w + i * columns + j) * factor);
  });
}
