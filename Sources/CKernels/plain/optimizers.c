#include "plain.h"
#include "functions.h"

// Every rule takes the gradient of the old weights, and begins with w := w + shrink w, where shrink
// is minus the rate times the weight decay, or +0, which leaves a finite w as it is.

// w := w - rate g
void plain_sgd(float *w, const float *g, long count, float rate, float shrink) {
  for (long i = 0; i < count; i++) w[i] = (w[i] + shrink * w[i]) - rate * g[i];
}

// v := momentum v - rate g, w := w + v
void plain_momentum(float *w, float *v, const float *g, long count, float rate, float momentum,
                    float shrink) {
  for (long i = 0; i < count; i++) {
    v[i] = momentum * v[i] - rate * g[i];
    w[i] = (w[i] + shrink * w[i]) + v[i];
  }
}

// v := momentum v - rate g, w := w + momentum v - rate g
void plain_nesterov(float *w, float *v, const float *g, long count, float rate, float momentum,
                    float shrink) {
  for (long i = 0; i < count; i++) {
    const float step = rate * g[i];
    v[i] = momentum * v[i] - step;
    w[i] = (w[i] + shrink * w[i]) + (momentum * v[i] - step);
  }
}

// m := m + (g - m)(1 - beta1), v := v + (g^2 - v)(1 - beta2), w := w - step m / (sqrt v + epsilon)
// greatest := max(greatest, v) stands in for v where it is given.
void plain_adam(float *w, float *m, float *v, float *greatest, const float *g, long count,
                const AdamArguments *s) {
  for (long i = 0; i < count; i++) {
    m[i] = m[i] + (g[i] - m[i]) * s->one_minus_beta1;
    v[i] = v[i] + (g[i] * g[i] - v[i]) * s->one_minus_beta2;
    float spread = v[i];
    if (greatest) {
      spread = v[i] > greatest[i] ? v[i] : greatest[i];
      greatest[i] = spread;
    }
    w[i] = (w[i] + s->shrink * w[i]) -
           (m[i] * s->step) / (__builtin_elementwise_sqrt(spread) + s->epsilon);
  }
}

// m and v as for Adam, w := w - (mean_step m + gradient_step g) / (sqrt v * correction + epsilon)
void plain_nadam(float *w, float *m, float *v, const float *g, long count,
                 const NadamArguments *s) {
  for (long i = 0; i < count; i++) {
    m[i] = m[i] + (g[i] - m[i]) * s->one_minus_beta1;
    v[i] = v[i] + (g[i] * g[i] - v[i]) * s->one_minus_beta2;
    const float ahead = m[i] * s->mean_step + g[i] * s->gradient_step;
    const float root = __builtin_elementwise_sqrt(v[i]) * s->correction;
    w[i] = (w[i] + s->shrink * w[i]) - ahead / (root + s->epsilon);
  }
}

// v := rho v + (1 - rho) g^2, a := rho a + (1 - rho) g, s = rate g / sqrt(v - a^2 + epsilon),
// u := momentum u + s, w := w - u; without a nothing is taken from v, without u it is w := w - s.
void plain_rmsprop(float *w, float *v, float *a, float *u, const float *g, long count,
                   const RMSpropArguments *s) {
  for (long i = 0; i < count; i++) {
    v[i] = s->rho * v[i] + s->one_minus_rho * (g[i] * g[i]);
    float spread = v[i];
    if (a) {
      a[i] = s->rho * a[i] + s->one_minus_rho * g[i];
      const float difference = v[i] - a[i] * a[i];
      spread = is_positive(difference) ? difference : 0.0f;
    }
    float step = (s->rate * g[i]) / __builtin_elementwise_sqrt(spread + s->epsilon);
    if (u) {
      step = s->momentum * u[i] + step;
      u[i] = step;
    }
    w[i] = (w[i] + s->shrink * w[i]) - step;
  }
}

// a := a + g^2, w := w - rate g / sqrt(a + epsilon)
void plain_adagrad(float *w, float *a, const float *g, long count, float rate, float epsilon,
                   float shrink) {
  for (long i = 0; i < count; i++) {
    a[i] = a[i] + g[i] * g[i];
    w[i] = (w[i] + shrink * w[i]) - (rate * g[i]) / __builtin_elementwise_sqrt(a[i] + epsilon);
  }
}

// a := rho a + (1 - rho) g^2, s = sqrt(d + epsilon) g / sqrt(a + epsilon),
// d := rho d + (1 - rho) s^2, w := w - rate s
void plain_adadelta(float *w, float *a, float *d, const float *g, long count,
                    const RMSpropArguments *s) {
  for (long i = 0; i < count; i++) {
    a[i] = s->rho * a[i] + s->one_minus_rho * (g[i] * g[i]);
    const float step = (__builtin_elementwise_sqrt(d[i] + s->epsilon) * g[i]) /
                       __builtin_elementwise_sqrt(a[i] + s->epsilon);
    d[i] = s->rho * d[i] + s->one_minus_rho * (step * step);
    w[i] = (w[i] + s->shrink * w[i]) - s->rate * step;
  }
}

// y = x, but no farther from 0 than the bound; a NaN stays one.
void plain_clip(const float *x, float *y, long count, float bound) {
  for (long i = 0; i < count; i++) {
    const float below = x[i] > bound ? bound : x[i];
    y[i] = below < -bound ? -bound : below;
  }
}
