// Strips: a few rows of a result, each a chain of multiply-adds over taps and, within a tap, over
// depth. The elements of a are broadcast from where they lie, the rows of b are contiguous, and
// the lanes are columns of the result.

#include "../shared/windows.h"

#define STRIP_VECTORS 2
#define STRIP_MOST_ROWS 16
#if W == 8
#define STRIP_ROWS(vectors) ((vectors) == 2 ? 6 : 12)
#elif W == 4 && defined(__x86_64__)
#define STRIP_ROWS(vectors) 2
#else
#define STRIP_ROWS(vectors) ((vectors) == 2 ? 12 : 16)
#endif
#define ALL_LANES _Pragma("clang loop unroll(full)")

typedef struct {
  const float *a;
  long row_step, depth_step, tap_step;  // of a
  const float *b;
  long b_step, b_tap_step;
  const float *from;  // what the sums start from; null for +0
  long from_step;     // 0 when all rows start from a bias
  float *c;
  long c_step;
  long rows, columns, depth, taps;
  int rectified;
} Strip;

// Hides where a number came from: else all rows of a tile are reached from one pointer, in a
// chain of additions that takes longer than the multiply-adds.
#define FORGET_ORIGIN(x) __asm__("" : "+r"(x))

// The functions that take `rows`, `vectors` and `masked` are inlined where these are constants.
INLINE void strip_sums(const int rows, const int vectors, const int masked, const Strip *s,
                       long i, long j, lane_mask mask, vf sums[STRIP_MOST_ROWS][STRIP_VECTORS]) {
  const long depth_step = s->depth_step, b_step = s->b_step;
  long step[4] = {0, s->row_step, 2 * s->row_step, 3 * s->row_step};
  FORGET_ORIGIN(step[3]);
  const float *a = s->a + i * s->row_step, *b = s->b + j;
  for (long tap = 0; tap < s->taps; tap++, a += s->tap_step, b += s->b_tap_step) {
    const float *p[4] = {a, a + 4 * step[1], a + 8 * step[1], a + 12 * step[1]}, *q = b;
    ALL_LANES for (int k = 1; k < 4; k++) FORGET_ORIGIN(p[k]);
    for (long depth = s->depth; depth > 0; depth--, q += b_step) {
      vf row[STRIP_VECTORS];
      ALL_LANES for (int v = 0; v < vectors; v++)
        row[v] = get(q + v * W, masked && v == vectors - 1, mask);
      ALL_LANES for (int r = 0; r < rows; r++) {
        const vf factor = splat(p[r / 4][step[r % 4]]);
        ALL_LANES for (int v = 0; v < vectors; v++)
          sums[r][v] = fma_lanes(factor, row[v], sums[r][v]);
      }
      ALL_LANES for (int k = 0; k < 4; k++) p[k] += depth_step;
    }
  }
}

INLINE void strip_tile(const int rows, const int vectors, const int masked,
                       const Strip *s, long i, long j, lane_mask mask) {
  vf sums[STRIP_MOST_ROWS][STRIP_VECTORS];
  const float *from = s->from ? s->from + i * s->from_step + j : 0;
  ALL_LANES for (int r = 0; r < rows; r++) ALL_LANES for (int v = 0; v < vectors; v++)
    sums[r][v] = from ? get(from + r * s->from_step + v * W, masked && v == vectors - 1, mask)
                      : (vf){};
  strip_sums(rows, vectors, masked, s, i, j, mask, sums);
  if (s->rectified)
    ALL_LANES for (int r = 0; r < rows; r++) ALL_LANES for (int v = 0; v < vectors; v++)
      sums[r][v] = select(is_positive(sums[r][v]), sums[r][v], (vf){});
  float *c = s->c + i * s->c_step + j;
  ALL_LANES for (int r = 0; r < rows; r++) ALL_LANES for (int v = 0; v < vectors; v++)
    put(c + r * s->c_step + v * W, sums[r][v], masked && v == vectors - 1, mask);
}

#define STRIP_TILE(count)                                                                 \
  case count:                                                                             \
    if (count <= STRIP_ROWS(vectors))                                                     \
      strip_tile(count, vectors, masked, s, i, j, mask);                       \
    break;

// The columns j ..< j + vectors * W of all rows, which are divided evenly among tiles.
INLINE void strip_columns(const int vectors, const int masked, const Strip *s,
                          long j, lane_mask mask) {
  const long tiles = (s->rows + STRIP_ROWS(vectors) - 1) / STRIP_ROWS(vectors);
  if (tiles == 0) return;
  const long size = s->rows / tiles;
  long larger = s->rows % tiles;
  for (long i = 0; i < s->rows;) {
    const long rows = size + (larger-- > 0);
    switch (rows) {
      STRIP_TILE(1) STRIP_TILE(2) STRIP_TILE(3) STRIP_TILE(4) STRIP_TILE(5) STRIP_TILE(6)
      STRIP_TILE(7) STRIP_TILE(8) STRIP_TILE(9) STRIP_TILE(10) STRIP_TILE(11) STRIP_TILE(12)
      STRIP_TILE(13) STRIP_TILE(14) STRIP_TILE(15) STRIP_TILE(16)
    }
    i += rows;
  }
}

static void PATH(strip)(const Strip *s) {
  for (long j = 0; j < s->columns; j += STRIP_VECTORS * W) {
    const long width = least(s->columns - j, STRIP_VECTORS * W);
    const lane_mask mask = mask_of(width % W ? width % W : 1);
    if (width > W && width % W)
      strip_columns(2, 1, s, j, mask);
    else if (width > W)
      strip_columns(2, 0, s, j, mask);
    else if (width % W)
      strip_columns(1, 1, s, j, mask);
    else
      strip_columns(1, 0, s, j, mask);
  }
}
