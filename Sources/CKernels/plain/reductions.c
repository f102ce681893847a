#include "plain.h"
#include "functions.h"
#include "reductions.h"

float plain_sum(const float *x, long count) { return plain_row_sum(x, count); }

float plain_sum_of_squares(const float *x, long count) {
  return plain_dot_product(x, x, count);
}

float plain_sum_of_magnitudes(const float *x, long count) {
  float lanes[LANES] = {0};
  for (long i = 0; i < count; i++) lanes[i % LANES] += float_of(bits_of(x[i]) & 0x7fffffffu);
  return folded(lanes);
}

float plain_dot_product(const float *x, const float *y, long count) {
  float lanes[LANES] = {0};
  for (long i = 0; i < count; i++) lanes[i % LANES] = fused(x[i], y[i], lanes[i % LANES]);
  return folded(lanes);
}
