#include "plain.h"
#include "philox.h"
#include "functions.h"

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

void plain_random_words(uint64_t key, uint64_t stream, uint64_t first, uint32_t *words,
                        long count) {
  for (long i = 0; i < count; i++) words[i] = philox_word(key, stream, first + (uint64_t)i);
}

void plain_dropout_mask(uint64_t key, uint64_t stream, uint64_t first, float *mask, long count,
                        uint32_t threshold, float keep) {
  for (long i = 0; i < count; i++)
    mask[i] = philox_word(key, stream, first + (uint64_t)i) >> 8 >= threshold ? keep : 0.0f;
}
