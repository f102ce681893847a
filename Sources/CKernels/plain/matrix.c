#include "plain.h"
#include "functions.h"

// The product; has_fma is a constant wherever this is inlined.
static inline __attribute__((always_inline)) void product(const int has_fma,
                                                          const MatrixProductArguments *p,
                                                          const float *a, const float *b,
                                                          const float *bias, float *c) {
  const long row_step = p->form == PRODUCT_ATB ? 1 : p->a_step;
  const long depth_step = p->form == PRODUCT_ATB ? p->a_step : 1;
  const long b_depth_step = p->form == PRODUCT_ABT ? 1 : p->b_step;
  const long b_column_step = p->form == PRODUCT_ABT ? p->b_step : 1;
  for (long i = 0; i < p->rows; i++) {
    float *sums = c + i * p->c_step;
    for (long j = 0; j < p->columns; j++)
      sums[j] = p->start == START_OUTPUT ? sums[j] : p->start == START_BIAS ? bias[j] : 0.0f;
    // The columns in the inner loop: their chains of multiply-adds do not wait for each other.
    for (long k = 0; k < p->depth; k++) {
      const float factor = a[i * row_step + k * depth_step], *row = b + k * b_depth_step;
      for (long j = 0; j < p->columns; j++)
        sums[j] = has_fma ? __builtin_fmaf(factor, row[j * b_column_step], sums[j])
                          : fused(factor, row[j * b_column_step], sums[j]);
    }
  }
}

void plain_matrix_product(const MatrixProductArguments *p, const float *a, const float *b,
                          const float *bias, float *c) {
  product(0, p, a, b, bias, c);
}

void plain_dense_gradients(const MatrixProductArguments *p, const float *x, const float *dy,
                           float *dw, float *db) {
  plain_matrix_product(p, x, dy, 0, dw);
  plain_column_sums(dy, db, p->depth, p->columns, 0, p->columns, 0);
}

#if defined(__x86_64__)
__attribute__((target("avx2,fma"))) void plain_fma_matrix_product(const MatrixProductArguments *p,
                                                                  const float *a, const float *b,
                                                                  const float *bias, float *c) {
  product(1, p, a, b, bias, c);
}

void plain_fma_dense_gradients(const MatrixProductArguments *p, const float *x, const float *dy,
                               float *dw, float *db) {
  plain_fma_matrix_product(p, x, dy, 0, dw);
  plain_column_sums(dy, db, p->depth, p->columns, 0, p->columns, 0);
}
#endif

void plain_add_bias(float *x, const float *bias, long rows, long columns) {
  for (long i = 0; i < rows; i++)
    for (long j = 0; j < columns; j++) x[i * columns + j] += bias[j];
}

void plain_column_sums(const float *x, float *sums, long rows, long columns, long first, long end,
                       int accumulate) {
  for (long j = first; j < end; j++) {
    float sum = accumulate ? sums[j] : 0.0f;
    for (long i = 0; i < rows; i++) sum += x[i * columns + j];
    sums[j] = sum;
  }
}

void plain_transpose(const float *x, float *y, long rows, long columns) {
  for (long i = 0; i < rows; i++)
    for (long j = 0; j < columns; j++) y[j * rows + i] = x[i * columns + j];
}
