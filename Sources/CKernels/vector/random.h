// Random words and what is made of them: dropout masks, uniform and normal numbers.

#include "../shared/philox.h"

// W / 2 lanes of 64 bits.
typedef uint64_t vq __attribute__((vector_size(4 * W)));
// Their low halves are multiplied; what the high halves hold is of no account.
#define LOW_HALVES(x) ((x) & 0xffffffffu)

#define LOW_HALF_LANE(lane, step) ((lane) & 1 ? W + (lane) - 1 : (lane))

// Lane of the first or the second half of two vectors whose lanes are taken in turn.
#if W == 4
#define TAKEN_IN_TURN(a, b, half) __builtin_shufflevector(a, b, half, 2 + half)
#elif W == 8
#define TAKEN_IN_TURN(a, b, half) \
  __builtin_shufflevector(a, b, 2 * half, 4 + 2 * half, 1 + 2 * half, 5 + 2 * half)
#else
#define TAKEN_IN_TURN(a, b, half)                                                           \
  __builtin_shufflevector(a, b, 4 * half, 8 + 4 * half, 1 + 4 * half, 9 + 4 * half,         \
                          2 + 4 * half, 10 + 4 * half, 3 + 4 * half, 11 + 4 * half)
#endif

// The high halves of a vector, twice: a shuffle, which no multiplication waits for.
#define HIGH_HALF(lane, step) ((lane) | 1)
#define HIGH_HALVES(x) ((vq)SHUFFLED((vu)(x), (vu)(x), HIGH_HALF, 0))

// How many groups of blocks are drawn together at most: as many as the registers hold.
#define MOST_GROUPS (W == 16 ? 4 : 2)

// The 2 W words of each of some groups of W / 2 blocks from a block on, in their order. A stream
// has 2^62 blocks.
//
// A lane holds one block. The words c0 and c2 are the low halves of two vectors, and c1 and c3
// those of the products that they come from, so that nothing is cut or joined between the rounds.
// A round waits for its products; other groups keep the multipliers at work meanwhile.
INLINE void philox_blocks(const int groups, uint64_t key, uint64_t stream, uint64_t block,
                          vu words[]) {
  vq number;
  UNROLLED for (int lane = 0; lane < W / 2; lane++) number[lane] = (uint64_t)lane;
  vq c0[MOST_GROUPS];
  vq c1[MOST_GROUPS];
  vq c2[MOST_GROUPS];
  vq c3[MOST_GROUPS];
  UNROLLED for (int group = 0; group < groups; group++) {
    c0[group] = (number + (block + (uint64_t)(group * W / 2))) & (~(uint64_t)0 >> 2);
    c1[group] = c0[group] >> 32;
    c2[group] = (uint64_t)(uint32_t)stream - (vq){};
    c3[group] = (stream >> 32) - (vq){};
  }
  uint32_t key0 = (uint32_t)key, key1 = (uint32_t)(key >> 32);
  UNROLLED for (int round = 0; round < PHILOX_ROUNDS; round++) {
    UNROLLED for (int group = 0; group < groups; group++) {
      const vq product0 = LOW_HALVES(c0[group]) * PHILOX_M0;
      const vq product1 = LOW_HALVES(c2[group]) * PHILOX_M1;
      c0[group] = HIGH_HALVES(product1) ^ c1[group] ^ (uint64_t)key0;
      c2[group] = HIGH_HALVES(product0) ^ c3[group] ^ (uint64_t)key1;
      c1[group] = product1;
      c3[group] = product0;
    }
    key0 += PHILOX_W0;
    key1 += PHILOX_W1;
  }
  UNROLLED for (int group = 0; group < groups; group++) {
    const vq front = (vq)SHUFFLED((vu)c0[group], (vu)c1[group], LOW_HALF_LANE, 0);
    const vq back = (vq)SHUFFLED((vu)c2[group], (vu)c3[group], LOW_HALF_LANE, 0);
    words[2 * group] = (vu)TAKEN_IN_TURN(front, back, 0);
    words[2 * group + 1] = (vu)TAKEN_IN_TURN(front, back, 1);
  }
}

// Stores the value of an expression for each of `count` words from `first` on; `word` is a
// vector of W of them. The first and the last blocks may be needed in part only.
#define FOR_WORDS(key, stream, first, out, count, word, ...)                           \
  do {                                                                                 \
    uint64_t block = (first) >> 2;                                                     \
    long i = -(long)((first) & 3);                                                     \
    while (i < (count)) {                                                              \
      for (; i >= 0 && i + 4 * W <= (count); i += 4 * W, block += W) {                 \
        vu words[4];                                                                   \
        philox_blocks(2, key, stream, block, words);                                   \
        UNROLLED for (int part = 0; part < 4; part++) {                                \
          const vu word = words[part];                                                 \
          store((out) + i + part * W, (__VA_ARGS__));                                  \
        }                                                                              \
      }                                                                                \
      if (i >= (count)) break;                                                         \
      vu words[2];                                                                     \
      float some[2 * W];                                                               \
      philox_blocks(1, key, stream, block, words);                                     \
      UNROLLED for (int half = 0; half < 2; half++) {                                  \
        const vu word = words[half];                                                   \
        store(some + half * W, (__VA_ARGS__));                                         \
      }                                                                                \
      const long from = i < 0 ? -i : 0, end = (count)-i < 2 * W ? (count)-i : 2 * W;   \
      __builtin_memcpy((out) + i + from, some + from, (unsigned long)(end - from) * 4); \
      i += 2 * W, block += W / 2;                                                      \
    }                                                                                  \
  } while (0)

INLINE vf normal_lanes(vu word) {
  const vi n = (vi)word & 0x7fffffff;
  const vf x = fma_by(__builtin_convertvector(n, vf), splat(0x1p-31f), 0x1p-32f);
  const vf t = fma_by(__builtin_convertvector(n ^ 0x7fffffff, vf), splat(0x1p-31f), 0x1p-32f);
  const vf w = -log_lanes(t * (2.0f - t));
  vf above = splat(0x1.98b60ep-23f);
  above = fma_by(above, w, 0x1.f06836p-15f);
  above = fma_by(above, w, 0x1.2a5698p-10f);
  above = fma_by(above, w, 0x1.9a6b64p-7f);
  above = fma_by(above, w, 0x1.74d6cep-4f);
  above = fma_by(above, w, 0x1.ca4b66p-2f);
  above = fma_by(above, w, 0x1.40d932p+0f);
  vf below = splat(0x1.f40698p-19f);
  below = fma_by(below, w, 0x1.042956p-12f);
  below = fma_by(below, w, 0x1.2f41e8p-9f);
  below = fma_by(below, w, 0x1.1bd654p-5f);
  below = fma_by(below, w, 0x1.86555cp-4f);
  below = fma_by(below, w, 1.0f);
  const vf z = (x * above) / below;
  return (vf)((vi)z | sign_bits((vf)word));
}

static void PATH(random_words)(uint64_t key, uint64_t stream, uint64_t first, uint32_t *words_out,
                               long count) {
  FOR_WORDS(key, stream, first, (float *)words_out, count, word, (vf)word);
}

INLINE vf mask_lanes(vu word, uint32_t threshold, float keep) {
  return (vf)((vi)((vi)(word >> 8) >= (int32_t)threshold) & (vi)splat(keep));
}

// What dropout multiplies: the elements at i, or what a relu makes of them, which is kept.
INLINE vf dropout_factor(const int rectifies, const float *x, float *rectified, int part,
                         lane_mask mask) {
  const vf element = GET(x);
  if (!rectifies) return element;
  const vf above = select(is_positive(element), element, (vf){});
  PUT(rectified, above);
  return above;
}

// As long as whole groups of words are wanted, what is done with them hides behind the drawing.
INLINE void drop(const int rectifies, const DropoutArguments *s, const float *x, float *rectified,
                 float *kept, float *y, long count) {
  const uint64_t key = s->key, stream = s->stream, first = s->first;
  const uint32_t threshold = s->threshold;
  const float keep = s->keep;
  const long step = 2 * MOST_GROUPS * W;
  long whole = 0;
  for (; first % 4 == 0 && whole + step <= count; whole += step) {
    vu words[2 * MOST_GROUPS];
    philox_blocks(MOST_GROUPS, key, stream, (first + (uint64_t)whole) / 4, words);
    UNROLLED for (int v = 0; v < 2 * MOST_GROUPS; v++) {
      const long at = whole + v * W;
      const vf mask = mask_lanes(words[v], threshold, keep);
      store(kept + at, mask);
      store(y + at, dropout_factor(rectifies, x + at, rectified + at, 0, mask_of(1)) * mask);
    }
  }
  x += whole, rectified += rectifies ? whole : 0, kept += whole, y += whole, count -= whole;
  FOR_WORDS(key, stream, first + (uint64_t)whole, kept, count, word,
            mask_lanes(word, threshold, keep));
  FOR_VECTORS(i, count, {
    PUT(y + i, dropout_factor(rectifies, x + i, rectified + i, part, mask) * GET(kept + i));
  });
}

static void PATH(dropout)(const DropoutArguments *s, const float *x, float *rectified, float *mask,
                          float *y, long count) {
  if (rectified)
    drop(1, s, x, rectified, mask, y, count);
  else
    drop(0, s, x, 0, mask, y, count);
}

static void PATH(dropout_backward)(const float *x, const float *kept, const float *dy, float *dx,
                                   long count) {
  FOR_VECTORS(i, count, {
    PUT(dx + i, select(is_positive(GET(x + i)), GET(dy + i) * GET(kept + i), (vf){}));
  });
}

static void PATH(uniforms)(uint64_t key, uint64_t stream, uint64_t first, float *x, long count,
                           const UniformArguments *range) {
  const vf low = splat(range->low), width = splat(range->width);
  const vf greatest = splat(range->greatest);
  FOR_WORDS(key, stream, first, x, count, word, ({
              const vf u = __builtin_convertvector((vi)(word >> 8), vf) * 0x1p-24f;
              const vf y = fma_lanes(u, width, low);
              select(y > greatest, greatest, y);
            }));
}

static void PATH(normals)(uint64_t key, uint64_t stream, uint64_t first, float *x, long count,
                          float deviation) {
  FOR_WORDS(key, stream, first, x, count, word, normal_lanes(word) * deviation);
}
