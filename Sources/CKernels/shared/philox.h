// Philox 4x32 with 10 rounds: Salmon, Moraes, Dror and Shaw, "Parallel Random Numbers: As Easy
// as 1, 2, 3", SC11. The counter's low 64 bits number the blocks of a stream, its high 64 bits
// name the stream.
#ifndef OVERFIT_PHILOX_H
#define OVERFIT_PHILOX_H

#include <stdint.h>

#define PHILOX_M0 0xD2511F53u
#define PHILOX_M1 0xCD9E8D57u
#define PHILOX_W0 0x9E3779B9u
#define PHILOX_W1 0xBB67AE85u
#define PHILOX_ROUNDS 10

static inline void philox_block(uint32_t key0, uint32_t key1, uint32_t counter[4]) {
  for (int round = 0; round < PHILOX_ROUNDS; round++) {
    const uint64_t product0 = (uint64_t)PHILOX_M0 * counter[0];
    const uint64_t product1 = (uint64_t)PHILOX_M1 * counter[2];
    const uint32_t next0 = (uint32_t)(product1 >> 32) ^ counter[1] ^ key0;
    const uint32_t next2 = (uint32_t)(product0 >> 32) ^ counter[3] ^ key1;
    counter[1] = (uint32_t)product1;
    counter[3] = (uint32_t)product0;
    counter[0] = next0;
    counter[2] = next2;
    key0 += PHILOX_W0;
    key1 += PHILOX_W1;
  }
}

static inline uint32_t philox_word(uint64_t key, uint64_t stream, uint64_t index) {
  const uint64_t block = index >> 2;
  uint32_t counter[4] = {(uint32_t)block, (uint32_t)(block >> 32), (uint32_t)stream,
                         (uint32_t)(stream >> 32)};
  philox_block((uint32_t)key, (uint32_t)(key >> 32), counter);
  return counter[index & 3];
}

#endif
