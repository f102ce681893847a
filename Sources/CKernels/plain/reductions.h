// The 64 lanes of a full reduction.
#ifndef OVERFIT_PLAIN_REDUCTIONS_H
#define OVERFIT_PLAIN_REDUCTIONS_H

#pragma STDC FP_CONTRACT OFF

#define LANES 64

static inline float folded(float lanes[LANES]) {
  for (int width = LANES / 2; width >= 1; width /= 2)
    for (int i = 0; i < width; i++) lanes[i] += lanes[i + width];
  return lanes[0];
}

static inline float plain_row_sum(const float *x, long count) {
  float lanes[LANES] = {0};
  for (long i = 0; i < count; i++) lanes[i % LANES] += x[i];
  return folded(lanes);
}

// -infinity for an empty row; a NaN is passed over.
static inline float plain_row_maximum(const float *x, long count) {
  float greatest = -__builtin_inff();
  for (long i = 0; i < count; i++) greatest = x[i] > greatest ? x[i] : greatest;
  return greatest;
}

#endif
