// One pass over parameters, slots and gradients.

static void PATH(sgd)(float *w, const float *g, long count, float rate) {
  FOR_VECTORS(i, count, { PUT(w + i, GET(w + i) - rate * GET(g + i)); });
}

static void PATH(momentum)(float *w, float *v, const float *g, long count, float rate,
                           float momentum) {
  FOR_VECTORS(i, count, {
    const vf velocity = momentum * GET(v + i) - rate * GET(g + i);
    PUT(v + i, velocity);
    PUT(w + i, GET(w + i) + velocity);
  });
}

static void PATH(nesterov)(float *w, float *v, const float *g, long count, float rate,
                           float momentum) {
  FOR_VECTORS(i, count, {
    const vf step = rate * GET(g + i);
    const vf velocity = momentum * GET(v + i) - step;
    PUT(v + i, velocity);
    PUT(w + i, GET(w + i) + (momentum * velocity - step));
  });
}

static void PATH(adam)(float *w, float *m, float *v, const float *g, long count,
                       const AdamArguments *s) {
  const vf step = splat(s->step), epsilon = splat(s->epsilon);
  const vf rest1 = splat(s->one_minus_beta1), rest2 = splat(s->one_minus_beta2);
  FOR_VECTORS(i, count, {
    const vf gradient = GET(g + i);
    const vf old_mean = GET(m + i);
    const vf old_variance = GET(v + i);
    const vf mean = old_mean + (gradient - old_mean) * rest1;
    const vf variance = old_variance + (gradient * gradient - old_variance) * rest2;
    PUT(m + i, mean);
    PUT(v + i, variance);
    PUT(w + i, GET(w + i) - (mean * step) / (__builtin_elementwise_sqrt(variance) + epsilon));
  });
}
