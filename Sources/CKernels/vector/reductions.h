// Full reductions: 64 lanes as 64 / W vectors, folded 64, 32, 16, 8, 4, 2, 1.

#define VECTORS (64 / W)
#define ROTATED_LANE(lane, step) (((lane) + (step)) % W)
#define ROTATED(x, step) SHUFFLED(x, x, ROTATED_LANE, step)

// Lane 0 becomes the sum of all lanes; the other lanes hold sums in other orders.
INLINE float fold_lanes(vf x) {
#if W > 8
  x += ROTATED(x, 8);
#endif
#if W > 4
  x += ROTATED(x, 4);
#endif
  x += ROTATED(x, 2);
  x += ROTATED(x, 1);
  return x[0];
}

INLINE float fold(vf lanes[VECTORS]) {
#pragma clang loop unroll(full)
  for (int width = VECTORS / 2; width >= 1; width /= 2)
#pragma clang loop unroll(full)
    for (int i = 0; i < width; i++) lanes[i] += lanes[i + width];
  return fold_lanes(lanes[0]);
}

// All bits set in the lanes of a mask.
INLINE vi lanes_of(lane_mask mask) { return keep_part(splat(1.0f), mask) > 0.0f; }

// b where a is NaN.
INLINE vf greater(vf a, vf b) { return select(a > b, a, b); }

// The greatest lane, in every lane.
INLINE vf greatest_lane(vf x) {
#if W > 8
  x = greater(ROTATED(x, 8), x);
#endif
#if W > 4
  x = greater(ROTATED(x, 4), x);
#endif
  x = greater(ROTATED(x, 2), x);
  return greater(ROTATED(x, 1), x);
}

// Runs the statement for each vector of x; v is the accumulator that its elements belong to.
#define FOR_ACCUMULATORS(i, v, count, ...)                                     \
  do {                                                                         \
    long i = 0;                                                                \
    {                                                                          \
      const int part = 0;                                                      \
      const lane_mask mask = mask_of(1);                                       \
      for (; i + 64 <= (count); i += 64)                                       \
        _Pragma("clang loop unroll(full)") for (int v = 0; v < VECTORS; v++) { \
          const long at = i + v * W;                                           \
          __VA_ARGS__                                                          \
        }                                                                      \
    }                                                                          \
    _Pragma("clang loop unroll(full)") for (int v = 0; v < VECTORS; v++) {     \
      const long at = i + v * W;                                               \
      if (at >= (count)) break;                                                \
      const int part = at + W > (count);                                       \
      const lane_mask mask = mask_of(part ? (count)-at : 1);                   \
      __VA_ARGS__                                                              \
    }                                                                          \
  } while (0)

INLINE float row_sum(const float *x, long count) {
  vf lanes[VECTORS] = {0};
  FOR_ACCUMULATORS(i, v, count, lanes[v] += GET(x + at););
  return fold(lanes);
}

INLINE float row_dot(const float *x, const float *y, long count) {
  vf lanes[VECTORS] = {0};
  FOR_ACCUMULATORS(i, v, count, {
    const vf sum = fma_lanes(GET(x + at), GET(y + at), lanes[v]);
    // A lane that is not reached keeps even the sign of its zero.
    lanes[v] = part ? select(lanes_of(mask), sum, lanes[v]) : sum;
  });
  return fold(lanes);
}

static float PATH(sum)(const float *x, long count) { return row_sum(x, count); }

static float PATH(sum_of_squares)(const float *x, long count) { return row_dot(x, x, count); }

static float PATH(sum_of_magnitudes)(const float *x, long count) {
  vf lanes[VECTORS] = {0};
  FOR_ACCUMULATORS(i, v, count, lanes[v] += magnitude(GET(x + at)););
  return fold(lanes);
}

static float PATH(dot_product)(const float *x, const float *y, long count) {
  return row_dot(x, y, count);
}
