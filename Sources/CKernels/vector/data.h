// Rows of a data set, random words and dropout masks.

#include "../plain/philox.h"

typedef uint8_t vb __attribute__((vector_size(W)));
typedef uint64_t vq __attribute__((vector_size(4 * W)));

static void PATH(add_bias)(float *x, const float *bias, long rows, long columns) {
  for (long row = 0; row < rows; row++, x += columns)
    FOR_VECTORS(i, columns, { PUT(x + i, GET(x + i) + GET(bias + i)); });
}

static void PATH(gather_floats)(const float *source, const int32_t *rows, float *y, long count,
                                long features, const ScalingArguments *scaling) {
  const vf shift = splat(scaling->count == 1 ? *scaling->shift : 0.0f);
  const vf scale = splat(scaling->count == 1 ? *scaling->scale : 1.0f);
  for (long row = 0; row < count; row++, y += features) {
    const float *x = source + rows[row] * features;
    if (scaling->count == 0)
      __builtin_memcpy(y, x, (unsigned long)features * sizeof *y);
    else if (scaling->count == 1)
      FOR_VECTORS(i, features, { PUT(y + i, (GET(x + i) - shift) * scale); });
    else
      FOR_VECTORS(i, features, {
        PUT(y + i, (GET(x + i) - GET(scaling->shift + i)) * GET(scaling->scale + i));
      });
  }
}

INLINE vf get_bytes(const uint8_t *p, int part, long count) {
  vb bytes = {};
  if (part)
    for (long i = 0; i < count; i++) bytes[i] = p[i];
  else
    __builtin_memcpy(&bytes, p, W);
  return __builtin_convertvector(bytes, vf);
}

static void PATH(gather_bytes)(const uint8_t *source, const int32_t *rows, float *y, long count,
                               long features, const ScalingArguments *scaling) {
  const vf shift = splat(scaling->count == 1 ? *scaling->shift : 0.0f);
  const vf scale = splat(scaling->count == 1 ? *scaling->scale : 1.0f);
  for (long row = 0; row < count; row++, y += features) {
    const uint8_t *x = source + rows[row] * features;
    if (scaling->count <= 1)
      FOR_VECTORS(i, features, {
        PUT(y + i, (get_bytes(x + i, part, features - i) - shift) * scale);
      });
    else
      FOR_VECTORS(i, features, {
        const vf byte = get_bytes(x + i, part, features - i);
        PUT(y + i, (byte - GET(scaling->shift + i)) * GET(scaling->scale + i));
      });
  }
}

// The high words of x * factor, from the products of the even and the odd lanes.
INLINE vu high_words(vu x, uint32_t factor) {
  const vq even = ((vq)x & 0xffffffff) * factor, odd = ((vq)x >> 32) * factor;
  return (vu)(even >> 32 | (odd & ~(uint64_t)0xffffffff));
}

// The words of the W blocks from a block on, in their order. A stream has 2^62 blocks.
INLINE void philox_blocks(uint64_t key, uint64_t stream, uint64_t block, uint32_t words[4 * W]) {
  vu c0, c1, c2 = (uint32_t)stream - (vu){}, c3 = (uint32_t)(stream >> 32) - (vu){};
  for (int lane = 0; lane < W; lane++) {
    const uint64_t number = (block + (uint64_t)lane) << 2 >> 2;
    c0[lane] = (uint32_t)number;
    c1[lane] = (uint32_t)(number >> 32);
  }
  uint32_t key0 = (uint32_t)key, key1 = (uint32_t)(key >> 32);
#pragma clang loop unroll(full)
  for (int round = 0; round < PHILOX_ROUNDS; round++) {
    const vu next0 = high_words(c2, PHILOX_M1) ^ c1 ^ key0;
    const vu next2 = high_words(c0, PHILOX_M0) ^ c3 ^ key1;
    c1 = c2 * PHILOX_M1;
    c3 = c0 * PHILOX_M0;
    c0 = next0;
    c2 = next2;
    key0 += PHILOX_W0;
    key1 += PHILOX_W1;
  }
#pragma clang loop unroll(full)
  for (int lane = 0; lane < W; lane++) {
    words[4 * lane] = c0[lane];
    words[4 * lane + 1] = c1[lane];
    words[4 * lane + 2] = c2[lane];
    words[4 * lane + 3] = c3[lane];
  }
}

static void PATH(random_words)(uint64_t key, uint64_t stream, uint64_t first, uint32_t *words,
                               long count) {
  uint32_t some[4 * W];
  long skipped = (long)(first & 3);
  for (uint64_t block = first >> 2; count > 0; block += W) {
    philox_blocks(key, stream, block, some);
    const long taken = count < 4 * W - skipped ? count : 4 * W - skipped;
    for (long i = 0; i < taken; i++) words[i] = some[skipped + i];
    words += taken;
    count -= taken;
    skipped = 0;
  }
}

static void PATH(dropout_mask)(uint64_t key, uint64_t stream, uint64_t first, float *mask,
                               long count, uint32_t threshold, float keep) {
  uint32_t some[4 * W];
  long skipped = (long)(first & 3);
  for (uint64_t block = first >> 2; count > 0; block += W) {
    philox_blocks(key, stream, block, some);
    const long taken = count < 4 * W - skipped ? count : 4 * W - skipped;
    for (long i = 0; i < taken; i++)
      mask[i] = some[skipped + i] >> 8 >= threshold ? keep : 0.0f;
    mask += taken;
    count -= taken;
    skipped = 0;
  }
}
