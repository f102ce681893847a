#include "plain.h"
#include "functions.h"

// w := w - rate g
void plain_sgd(float *w, const float *g, long count, float rate) {
  for (long i = 0; i < count; i++) w[i] = w[i] - rate * g[i];
}

// v := momentum v - rate g, w := w + v
void plain_momentum(float *w, float *v, const float *g, long count, float rate, float momentum) {
  for (long i = 0; i < count; i++) {
    v[i] = momentum * v[i] - rate * g[i];
    w[i] = w[i] + v[i];
  }
}

// v := momentum v - rate g, w := w + momentum v - rate g
void plain_nesterov(float *w, float *v, const float *g, long count, float rate, float momentum) {
  for (long i = 0; i < count; i++) {
    const float step = rate * g[i];
    v[i] = momentum * v[i] - step;
    w[i] = w[i] + (momentum * v[i] - step);
  }
}

// m := m + (g - m)(1 - beta1), v := v + (g^2 - v)(1 - beta2), w := w - step m / (sqrt v + epsilon)
void plain_adam(float *w, float *m, float *v, const float *g, long count, const AdamArguments *s) {
  for (long i = 0; i < count; i++) {
    m[i] = m[i] + (g[i] - m[i]) * s->one_minus_beta1;
    v[i] = v[i] + (g[i] * g[i] - v[i]) * s->one_minus_beta2;
    w[i] = w[i] - (m[i] * s->step) / (__builtin_elementwise_sqrt(v[i]) + s->epsilon);
  }
}
