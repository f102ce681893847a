#include "plain.h"

void plain_double_product(const DoubleProductArguments *p, const double *a, const double *b,
                          double *c) {
  for (long i = p->first_row; i < p->end_row; i++) {
    double *sums = c + i * p->columns;
    for (long j = p->first_column; j < p->end_column; j++) sums[j] = 0.0;
    for (long k = 0; k < p->depth; k++) {
      const double factor = a[i * p->depth + k], *row = b + k * p->columns;
      for (long j = p->first_column; j < p->end_column; j++) sums[j] += factor * row[j];
    }
  }
}

double plain_subtract_and_dot(double *x, const double *y, double factor, const double *z,
                              long count) {
  double lanes[8] = {0}, sum = 0.0;
  const long whole = count / 8 * 8;
  for (long i = 0; i < whole; i++) {
    x[i] -= factor * y[i];
    lanes[i % 8] += x[i] * z[i];
  }
  for (int lane = 0; lane < 8; lane++) sum += lanes[lane];
  for (long i = whole; i < count; i++) {
    x[i] -= factor * y[i];
    sum += x[i] * z[i];
  }
  return sum;
}
