#include "plain.h"

static inline float scaled(float x, long feature, const ScalingArguments *s) {
  if (s->count == 0) return x;
  const long i = s->count == 1 ? 0 : feature;
  return (x - s->shift[i]) * s->scale[i];
}

void plain_gather_floats(const float *source, const int32_t *rows, float *y, long count,
                         long features, const ScalingArguments *scaling) {
  for (long row = 0; row < count; row++)
    for (long j = 0; j < features; j++)
      y[row * features + j] = scaled(source[rows[row] * features + j], j, scaling);
}

void plain_gather_bytes(const uint8_t *source, const int32_t *rows, float *y, long count,
                        long features, const ScalingArguments *scaling) {
  for (long row = 0; row < count; row++)
    for (long j = 0; j < features; j++)
      y[row * features + j] = scaled((float)source[rows[row] * features + j], j, scaling);
}
