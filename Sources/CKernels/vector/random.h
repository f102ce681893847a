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

// The 2 W words of each of some groups of W / 2 blocks from a block on, in their order. A stream
// has 2^62 blocks.
//
// A lane holds one block. The words c0 and c2 are the low halves of two vectors, and c1 and c3
// those of the products that they come from, so that nothing is cut or joined between the rounds.
// A round waits for its products; two groups at a time keep the multipliers at work meanwhile.
INLINE void philox_blocks(const int groups, uint64_t key, uint64_t stream, uint64_t block,
                          vu words[]) {
  vq number;
  UNROLLED for (int lane = 0; lane < W / 2; lane++) number[lane] = (uint64_t)lane;
  vq c0[2];
  vq c1[2];
  vq c2[2];
  vq c3[2];
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

static void PATH(dropout_mask)(uint64_t key, uint64_t stream, uint64_t first, float *mask,
                               long count, uint32_t threshold, float keep) {
  const vi kept = (vi)splat(keep);
  FOR_WORDS(key, stream, first, mask, count, word,
            (vf)((vi)((vi)(word >> 8) >= (int32_t)threshold) & kept));
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
