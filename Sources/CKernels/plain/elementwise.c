#include "plain.h"
#include "functions.h"
#include "reductions.h"

void plain_exponential(const float *x, float *y, long count) {
  for (long i = 0; i < count; i++) y[i] = plain_exp(x[i]);
}

void plain_logarithm(const float *x, float *y, long count) {
  for (long i = 0; i < count; i++) y[i] = plain_log(x[i]);
}

void plain_sigmoids(const float *x, float *y, long count) {
  for (long i = 0; i < count; i++) y[i] = plain_sigmoid(x[i]);
}

void plain_hyperbolic_tangent(const float *x, float *y, long count) {
  for (long i = 0; i < count; i++) y[i] = plain_tanh(x[i]);
}

void plain_rectify(const float *x, float *y, long count) {
  for (long i = 0; i < count; i++) y[i] = is_positive(x[i]) ? x[i] : 0.0f;
}

void plain_softmax(const float *x, float *y, long rows, long columns) {
  for (long row = 0; row < rows; row++, x += columns, y += columns) {
    const float greatest = plain_row_maximum(x, columns);
    for (long j = 0; j < columns; j++) y[j] = plain_exp(x[j] - greatest);
    const float sum = plain_row_sum(y, columns);
    for (long j = 0; j < columns; j++) y[j] = y[j] / sum;
  }
}

// s' = s (1 - s)
void plain_sigmoid_backward(const float *y, const float *dy, float *dx, long count) {
  for (long i = 0; i < count; i++) dx[i] = dy[i] * (y[i] * (1.0f - y[i]));
}

// tanh' = 1 - tanh^2
void plain_hyperbolic_tangent_backward(const float *y, const float *dy, float *dx, long count) {
  for (long i = 0; i < count; i++) dx[i] = dy[i] * (1.0f - y[i] * y[i]);
}

void plain_rectify_backward(const float *y, const float *dy, float *dx, long count) {
  for (long i = 0; i < count; i++) dx[i] = is_positive(y[i]) ? dy[i] : 0.0f;
}

// dx_j = y_j (dy_j - sum_k y_k dy_k)
void plain_softmax_backward(const float *y, const float *dy, float *dx, long rows, long columns) {
  for (long row = 0; row < rows; row++, y += columns, dy += columns, dx += columns) {
    const float mean = plain_dot_product(y, dy, columns);
    for (long j = 0; j < columns; j++) dx[j] = y[j] * (dy[j] - mean);
  }
}

void plain_fill(float *x, long count, float value) {
  for (long i = 0; i < count; i++) x[i] = value;
}

void plain_scale(const float *x, float *y, long count, float factor) {
  for (long i = 0; i < count; i++) y[i] = x[i] * factor;
}

void plain_add(const float *x, float *y, long count) {
  for (long i = 0; i < count; i++) y[i] += x[i];
}

void plain_add_scaled(const float *x, float *y, long count, float factor) {
  for (long i = 0; i < count; i++) y[i] += factor * x[i];
}

void plain_add_signs(const float *x, float *y, long count, float factor) {
  for (long i = 0; i < count; i++)
    y[i] += x[i] > 0.0f ? factor : x[i] < 0.0f ? -factor : 0.0f;
}

// NaN stays NaN, so that a training which diverged is seen.
void plain_soft_threshold(float *w, long count, float threshold) {
  for (long i = 0; i < count; i++) {
    const float x = w[i];
    w[i] = x > threshold ? x - threshold : x < -threshold ? x + threshold : x != x ? x : 0.0f;
  }
}

void plain_multiply(const float *a, const float *b, float *c, long count) {
  for (long i = 0; i < count; i++) c[i] = a[i] * b[i];
}

void plain_affine(const float *x, float *y, long count, float factor, float shift) {
  for (long i = 0; i < count; i++) y[i] = x[i] * factor + shift;
}

void plain_scale_rows(float *x, const float *factors, long rows, long columns) {
  for (long row = 0; row < rows; row++)
    for (long j = 0; j < columns; j++) x[row * columns + j] *= factors[row];
}

// A column of norm NaN is left alone.
void plain_limit_columns(float *w, long rows, long columns, long first, long end, float limit) {
  for (long j = first; j < end; j++) {
    float squares = 0.0f;
    for (long i = 0; i < rows; i++)
      squares = fused(w[i * columns + j], w[i * columns + j], squares);
    const float norm = __builtin_elementwise_sqrt(squares);
    const float factor = norm > limit ? limit / norm : 1.0f;
    for (long i = 0; i < rows; i++) w[i * columns + j] *= factor;
  }
}
