#include "plain.h"
#include "functions.h"

void plain_column_moments(const float *x, float *mean, float *variance,
                          const ColumnArguments *c) {
  for (long j = c->first; j < c->end; j++) {
    float sum = 0.0f, squares = 0.0f;
    for (long i = 0; i < c->rows; i++) sum += x[i * c->columns + j];
    mean[j] = sum / (float)c->rows;
    for (long i = 0; i < c->rows; i++) {
      const float distance = x[i * c->columns + j] - mean[j];
      squares = fused(distance, distance, squares);
    }
    variance[j] = squares / (float)c->rows;
  }
}

void plain_normalize(const float *x, const float *mean, const float *factor, const float *shift,
                     float *y, const ColumnArguments *c) {
  for (long i = 0; i < c->rows; i++)
    for (long j = c->first; j < c->end; j++) {
      const long at = i * c->columns + j;
      y[at] = fused(x[at] - mean[j], factor[j], shift[j]);
    }
}

void plain_normalize_sums(const float *x, const float *dy, const float *mean, float *sums,
                          float *products, const ColumnArguments *c) {
  for (long j = c->first; j < c->end; j++) {
    float sum = 0.0f, product = 0.0f;
    for (long i = 0; i < c->rows; i++) {
      const long at = i * c->columns + j;
      sum += dy[at];
      product = fused(dy[at], x[at] - mean[j], product);
    }
    sums[j] = sum;
    products[j] = product;
  }
}

void plain_normalize_backward(const float *x, const float *dy, const float *mean,
                              const float *factor, const float *centre, const float *slope,
                              float *dx, const ColumnArguments *c) {
  for (long i = 0; i < c->rows; i++)
    for (long j = c->first; j < c->end; j++) {
      const long at = i * c->columns + j;
      dx[at] = factor[j] * fused(mean[j] - x[at], slope[j], dy[at] - centre[j]);
    }
}
