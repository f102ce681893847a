// One pass over parameters, slots and gradients.

// The weights at p after their decay.
#define SHRUNK(p) (GET(p) + shrink * GET(p))

static void PATH(sgd)(float *w, const float *g, long count, float rate, float shrink) {
  FOR_VECTORS(i, count, { PUT(w + i, SHRUNK(w + i) - rate * GET(g + i)); });
}

static void PATH(momentum)(float *w, float *v, const float *g, long count, float rate,
                           float momentum, float shrink) {
  FOR_VECTORS(i, count, {
    const vf velocity = momentum * GET(v + i) - rate * GET(g + i);
    PUT(v + i, velocity);
    PUT(w + i, SHRUNK(w + i) + velocity);
  });
}

static void PATH(nesterov)(float *w, float *v, const float *g, long count, float rate,
                           float momentum, float shrink) {
  FOR_VECTORS(i, count, {
    const vf step = rate * GET(g + i);
    const vf velocity = momentum * GET(v + i) - step;
    PUT(v + i, velocity);
    PUT(w + i, SHRUNK(w + i) + (momentum * velocity - step));
  });
}

static void PATH(adam)(float *w, float *m, float *v, float *greatest, const float *g, long count,
                       const AdamArguments *s) {
  const vf step = splat(s->step), epsilon = splat(s->epsilon), shrink = splat(s->shrink);
  const vf rest1 = splat(s->one_minus_beta1), rest2 = splat(s->one_minus_beta2);
  FOR_VECTORS(i, count, {
    const vf gradient = GET(g + i);
    const vf old_mean = GET(m + i);
    const vf old_variance = GET(v + i);
    const vf mean = old_mean + (gradient - old_mean) * rest1;
    const vf variance = old_variance + (gradient * gradient - old_variance) * rest2;
    PUT(m + i, mean);
    PUT(v + i, variance);
    vf spread = variance;
    if (greatest) {
      spread = greater(variance, GET(greatest + i));
      PUT(greatest + i, spread);
    }
    PUT(w + i, SHRUNK(w + i) - (mean * step) / (root_lanes(spread) + epsilon));
  });
}

static void PATH(nadam)(float *w, float *m, float *v, const float *g, long count,
                        const NadamArguments *s) {
  const vf mean_step = splat(s->mean_step), gradient_step = splat(s->gradient_step);
  const vf rest1 = splat(s->one_minus_beta1), rest2 = splat(s->one_minus_beta2);
  const vf correction = splat(s->correction), epsilon = splat(s->epsilon);
  const vf shrink = splat(s->shrink);
  FOR_VECTORS(i, count, {
    const vf gradient = GET(g + i);
    const vf old_mean = GET(m + i);
    const vf old_variance = GET(v + i);
    const vf mean = old_mean + (gradient - old_mean) * rest1;
    const vf variance = old_variance + (gradient * gradient - old_variance) * rest2;
    PUT(m + i, mean);
    PUT(v + i, variance);
    const vf ahead = mean * mean_step + gradient * gradient_step;
    const vf root = root_lanes(variance) * correction;
    PUT(w + i, SHRUNK(w + i) - ahead / (root + epsilon));
  });
}

static void PATH(rmsprop)(float *w, float *v, float *a, float *u, const float *g, long count,
                          const RMSpropArguments *s) {
  const vf rate = splat(s->rate), rho = splat(s->rho), rest = splat(s->one_minus_rho);
  const vf momentum = splat(s->momentum), epsilon = splat(s->epsilon), shrink = splat(s->shrink);
  FOR_VECTORS(i, count, {
    const vf gradient = GET(g + i);
    const vf square = rho * GET(v + i) + rest * (gradient * gradient);
    PUT(v + i, square);
    vf spread = square;
    if (a) {
      const vf mean = rho * GET(a + i) + rest * gradient;
      PUT(a + i, mean);
      const vf difference = square - mean * mean;
      spread = select(is_positive(difference), difference, (vf){});
    }
    vf step = (rate * gradient) / root_lanes(spread + epsilon);
    if (u) {
      step = momentum * GET(u + i) + step;
      PUT(u + i, step);
    }
    PUT(w + i, SHRUNK(w + i) - step);
  });
}

static void PATH(adagrad)(float *w, float *a, const float *g, long count, float rate,
                          float epsilon, float shrink) {
  FOR_VECTORS(i, count, {
    const vf gradient = GET(g + i);
    const vf sum = GET(a + i) + gradient * gradient;
    PUT(a + i, sum);
    PUT(w + i, SHRUNK(w + i) - (rate * gradient) / root_lanes(sum + epsilon));
  });
}

static void PATH(adadelta)(float *w, float *a, float *d, const float *g, long count,
                           const RMSpropArguments *s) {
  const vf rate = splat(s->rate), rho = splat(s->rho), rest = splat(s->one_minus_rho);
  const vf epsilon = splat(s->epsilon), shrink = splat(s->shrink);
  FOR_VECTORS(i, count, {
    const vf gradient = GET(g + i);
    const vf square = rho * GET(a + i) + rest * (gradient * gradient);
    PUT(a + i, square);
    const vf old = GET(d + i);
    const vf step = (root_lanes(old + epsilon) * gradient) /
                    root_lanes(square + epsilon);
    PUT(d + i, rho * old + rest * (step * step));
    PUT(w + i, SHRUNK(w + i) - rate * step);
  });
}

static void PATH(clip)(const float *x, float *y, long count, float bound) {
  const vf most = splat(bound), least = splat(-bound);
  FOR_VECTORS(i, count, {
    const vf value = GET(x + i);
    const vf below = select(value > most, most, value);
    PUT(y + i, select(below < least, least, below));
  });
}

#undef SHRUNK
