// The vector types of a path, W lanes of 32 bits. A path file includes this, defines masks and
// the fused multiply-add, and then includes template.h.

#include <stdint.h>

#include "../plain/plain.h"

#define INLINE static inline __attribute__((always_inline))

typedef float vf __attribute__((vector_size(4 * W)));
typedef int32_t vi __attribute__((vector_size(4 * W)));
typedef uint32_t vu __attribute__((vector_size(4 * W)));
typedef float vf_anywhere __attribute__((vector_size(4 * W), aligned(4), may_alias));

INLINE vf load(const float *p) { return *(const vf_anywhere *)p; }
INLINE void store(float *p, vf x) { *(vf_anywhere *)p = x; }
INLINE vf splat(float x) { return x - (vf){}; }
INLINE vf select(vi condition, vf yes, vf no) {
  return (vf)((condition & (vi)yes) | (~condition & (vi)no));
}

// f(lane, step) for each lane, as the indices of a shuffle.
#if W == 4
#define LANE_LIST(f, step) f(0, step), f(1, step), f(2, step), f(3, step)
#elif W == 8
#define LANE_LIST(f, step)                                                             \
  f(0, step), f(1, step), f(2, step), f(3, step), f(4, step), f(5, step), f(6, step),  \
      f(7, step)
#else
#define LANE_LIST(f, step)                                                             \
  f(0, step), f(1, step), f(2, step), f(3, step), f(4, step), f(5, step), f(6, step),  \
      f(7, step), f(8, step), f(9, step), f(10, step), f(11, step), f(12, step),       \
      f(13, step), f(14, step), f(15, step)
#endif
#define SHUFFLED(a, b, f, step) __builtin_shufflevector(a, b, LANE_LIST(f, step))
