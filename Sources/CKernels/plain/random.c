#include "plain.h"
#include "functions.h"
#include "../shared/philox.h"

void plain_random_words(uint64_t key, uint64_t stream, uint64_t first, uint32_t *words,
                        long count) {
  for (long i = 0; i < count; i++) words[i] = philox_word(key, stream, first + (uint64_t)i);
}

void plain_dropout(const DropoutArguments *s, const float *x, float *rectified, float *mask,
                   float *y, long count) {
  for (long i = 0; i < count; i++) {
    const uint32_t word = philox_word(s->key, s->stream, s->first + (uint64_t)i);
    mask[i] = word >> 8 >= s->threshold ? s->keep : 0.0f;
    if (rectified) rectified[i] = is_positive(x[i]) ? x[i] : 0.0f;
    y[i] = (rectified ? rectified[i] : x[i]) * mask[i];
  }
}

void plain_dropout_backward(const float *x, const float *mask, const float *dy, float *dx,
                            long count) {
  for (long i = 0; i < count; i++) dx[i] = is_positive(x[i]) ? dy[i] * mask[i] : 0.0f;
}

void plain_uniforms(uint64_t key, uint64_t stream, uint64_t first, float *x, long count,
                    const UniformArguments *range) {
  for (long i = 0; i < count; i++) {
    const float u = (float)(philox_word(key, stream, first + (uint64_t)i) >> 8) * 0x1p-24f;
    const float y = fused(u, range->width, range->low);
    x[i] = y > range->greatest ? range->greatest : y;
  }
}

void plain_normals(uint64_t key, uint64_t stream, uint64_t first, float *x, long count,
                   float deviation) {
  for (long i = 0; i < count; i++)
    x[i] = plain_normal(philox_word(key, stream, first + (uint64_t)i)) * deviation;
}
