// Losses with their gradients; W rows of the softmax share one logarithm.

// The losses of W rows, from the sums of their exponentials and the distances of their targets
// from the greatest.
INLINE void put_losses(float *losses, const float sums[W], const float targets[W], long height) {
  put(losses, log_lanes(load(sums)) - load(targets), height < W, mask_of(height < W ? height : 1));
}

// The gradient of a row is (e / sum - one-hot) * scale.
INLINE void softmax_losses_narrow(const int part, const float *logits, const int32_t *classes,
                                  float *losses, float *gradient, long rows, long columns,
                                  float scale) {
  const lane_mask mask = mask_of(part ? columns : 1);
  vi lane;
  for (int i = 0; i < W; i++) lane[i] = i;
  for (long first = 0; first < rows; first += W) {
    const long height = rows - first < W ? rows - first : W;
    float sums[W] = {0}, targets[W] = {0};
    for (long row = 0; row < height; row++, logits += columns, gradient += columns) {
      const int32_t class = classes[first + row];
      const float target = logits[class];
      float greatest;
      const vf e = exp_narrow_row(logits, part, mask, &greatest, &sums[row]);
      const vf one_hot = select(lane == class, splat(1.0f), (vf){});
      PUT(gradient, (e / sums[row] - one_hot) * scale);
      targets[row] = target - greatest;
    }
    put_losses(losses + first, sums, targets, height);
  }
}

INLINE void softmax_losses_wide(const float *logits, const int32_t *classes, float *losses,
                                float *gradient, long rows, long columns, float scale) {
  for (long first = 0; first < rows; first += W) {
    const long height = rows - first < W ? rows - first : W;
    float sums[W] = {0}, targets[W] = {0};
    for (long row = 0; row < height; row++, logits += columns, gradient += columns) {
      const int32_t class = classes[first + row];
      const float target = logits[class];
      vf greatest;
      const float sum = exp_row(logits, gradient, columns, &greatest);
      const float e = gradient[class];
      FOR_VECTORS(i, columns, { PUT(gradient + i, (GET(gradient + i) / sum) * scale); });
      gradient[class] = (e / sum - 1.0f) * scale;
      sums[row] = sum;
      targets[row] = target - greatest[0];
    }
    put_losses(losses + first, sums, targets, height);
  }
}

static void PATH(softmax_cross_entropy)(const float *logits, const int32_t *classes,
                                        float *losses, float *gradient, long rows, long columns,
                                        float scale) {
  if (columns == W)
    softmax_losses_narrow(0, logits, classes, losses, gradient, rows, columns, scale);
  else if (columns < W)
    softmax_losses_narrow(1, logits, classes, losses, gradient, rows, columns, scale);
  else
    softmax_losses_wide(logits, classes, losses, gradient, rows, columns, scale);
}

static void PATH(sigmoid_cross_entropy)(const float *logits, const float *targets, float *losses,
                                        float *gradient, long count, float scale) {
  FOR_VECTORS(i, count, {
    const vf z = GET(logits + i);
    const vf t = GET(targets + i);
    const vf e = signed_exp_lanes(minus_magnitude(z), NEGATIVE);
    const vf positive = select(z > 0.0f, z, (vf){}) - z * t;
    PUT(losses + i, positive + log_one_plus_lanes(e));
    const vf probability = select(z < 0.0f, e, splat(1.0f)) / (1.0f + e);
    PUT(gradient + i, (probability - t) * scale);
  });
}

static void PATH(squared_error)(const float *x, const float *targets, float *losses,
                                float *gradient, long count, float scale) {
  FOR_VECTORS(i, count, {
    const vf error = GET(x + i) - GET(targets + i);
    PUT(losses + i, error * error);
    PUT(gradient + i, error * scale);
  });
}

static void PATH(softmax_cross_entropy_targets)(const float *logits, const float *targets,
                                                float *losses, float *gradient, long rows,
                                                long columns, float scale) {
  for (long row = 0; row < rows; row++) {
    vf greatest;
    const float sum = exp_row(logits, gradient, columns, &greatest);
    const float mass = row_sum(targets, columns);
    const vf log_sum = log_lanes(splat(sum));
    vf lanes[VECTORS] = {0};
    FOR_ACCUMULATORS(i, v, columns, {
      const vf t = GET(targets + at);
      const vf distance = select(t == 0.0f, (vf){}, log_sum - (GET(logits + at) - greatest));
      const vf next = fma_lanes(t, distance, lanes[v]);
      // A lane that is not reached keeps even the sign of its zero.
      lanes[v] = part ? select(lanes_of(mask), next, lanes[v]) : next;
    });
    losses[row] = fold(lanes);
    FOR_VECTORS(i, columns, {
      PUT(gradient + i, ((GET(gradient + i) / sum) * mass - GET(targets + i)) * scale);
    });
    logits += columns, targets += columns, gradient += columns;
  }
}

static void PATH(absolute_error)(const float *x, const float *targets, float *losses,
                                 float *gradient, long count, float scale) {
  FOR_VECTORS(i, count, {
    const vf error = GET(x + i) - GET(targets + i);
    PUT(losses + i, magnitude(error));
    const vf negative = select(error < 0.0f, splat(-scale), (vf){});
    PUT(gradient + i, select(error > 0.0f, splat(scale), negative));
  });
}

static void PATH(hinge)(const float *x, const float *targets, float *losses, float *gradient,
                        long count, float scale) {
  FOR_VECTORS(i, count, {
    const vf t = GET(targets + i);
    const vf margin = 1.0f - t * GET(x + i);
    PUT(losses + i, select(margin <= 0.0f, (vf){}, margin));
    PUT(gradient + i, select(margin > 0.0f, -t * scale, (vf){}));
  });
}
