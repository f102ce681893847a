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

// The 2 W words of the W / 2 blocks from a block on, in their order. A stream has 2^62 blocks.
//
// A lane holds one block. The words c0 and c2 are the low halves of two vectors, and c1 and c3
// those of the products that they come from, so that nothing is cut or joined between the rounds.
INLINE void philox_blocks(uint64_t key, uint64_t stream, uint64_t block, vu words[2]) {
  vq number;
#pragma clang loop unroll(full)
  for (int lane = 0; lane < W / 2; lane++) number[lane] = (uint64_t)lane;
  number = (number + block) & (~(uint64_t)0 >> 2);
  vq c0 = number, c1 = number >> 32;
  vq c2 = (uint64_t)(uint32_t)stream - (vq){}, c3 = (stream >> 32) - (vq){};
  uint32_t key0 = (uint32_t)key, key1 = (uint32_t)(key >> 32);
#pragma clang loop unroll(full)
  for (int round = 0; round < PHILOX_ROUNDS; round++) {
    const vq product0 = LOW_HALVES(c0) * PHILOX_M0, product1 = LOW_HALVES(c2) * PHILOX_M1;
    c0 = (product1 >> 32) ^ c1 ^ (uint64_t)key0;
    c2 = (product0 >> 32) ^ c3 ^ (uint64_t)key1;
    c1 = product1;
    c3 = product0;
    key0 += PHILOX_W0;
    key1 += PHILOX_W1;
  }
  const vq front = (vq)SHUFFLED((vu)c0, (vu)c1, LOW_HALF_LANE, 0);
  const vq back = (vq)SHUFFLED((vu)c2, (vu)c3, LOW_HALF_LANE, 0);
  words[0] = (vu)TAKEN_IN_TURN(front, back, 0);
  words[1] = (vu)TAKEN_IN_TURN(front, back, 1);
}

// Stores the value of an expression for each of `count` words from `first` on; `word` is a
// vector of W of them. The first and the last blocks may be needed in part only.
#define FOR_WORDS(key, stream, first, out, count, word, ...)                           \
  do {                                                                                 \
    uint64_t block = (first) >> 2;                                                     \
    for (long i = -(long)((first) & 3); i < (count); i += 2 * W, block += W / 2) {     \
      vu words[2];                                                                     \
      float some[2 * W];                                                               \
      philox_blocks(key, stream, block, words);                                        \
      const int is_part = i < 0 || i + 2 * W > (count);                                \
      float *const to = is_part ? some : (out) + i;                                    \
      _Pragma("clang loop unroll(full)") for (int half = 0; half < 2; half++) {        \
        const vu word = words[half];                                                   \
        store(to + half * W, (__VA_ARGS__));                                           \
      }                                                                                \
      if (!is_part) continue;                                                          \
      const long from = i < 0 ? -i : 0, end = (count)-i < 2 * W ? (count)-i : 2 * W;   \
      __builtin_memcpy((out) + i + from, some + from, (unsigned long)(end - from) * 4); \
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
