// Matrix products with rows of b that are contiguous, tile by tile.
//
// A tile of some rows and up to TILE_VECTORS vectors of the result stays in registers while the
// depth runs; the lanes are columns of the result, so the width of the machine never shows in a
// sum. The elements of a are broadcast from where they lie, with one step for its rows and one for
// its depth.

#define PANEL (TILE_VECTORS * W)
#define TILE_MOST_ROWS 12
// The depths of a panel and the elements of a block of a: both stay in the second cache.
#define BLOCK_DEPTHS 1024
#define BLOCK_ELEMENTS 65536
// So many depths ahead b is fetched: its rows may lie too far apart for the machine to see it.
#define AHEAD 8
// So many vectors at a time are made of a single row, whose few chains would wait for each other.
#define LINE_VECTORS 8
// Keeps the compiler from making addresses out of each other by a chain of additions, which would
// take longer than the multiply-adds.
#define OPAQUE(x) __asm__("" : "+r"(x))

typedef struct {
  const float *a;
  long row_step, depth_step;  // of a
  const float *b;
  long b_step;
  const float *from;  // what the sums start from; null for +0
  long from_step;     // 0 when all rows start from a bias
  float *c;
  long c_step;
  long rows, columns, depth;
  long whole_depths;  // for so many depths a vector that passes the last column is still inside b
  long next;  // from where a tile lies in c to where the next one will, or 0
} Block;

// The rest of a row of b may be read, though not used, while enough rows follow it.
INLINE long whole_depths(long depth, long b_step) {
#ifdef COUNTED_LANES
  const long last = (W - 1 + b_step - 1) / b_step;
  return depth > last ? depth - last : 0;
#else
  return 0 * (depth + b_step);
#endif
}

// The functions that take `rows`, `vectors` and `masked` are inlined where these are constants.
INLINE void tile_depths(const int rows, const int vectors, const int masked, const Block *block,
                        const float *a, const float *b, long depth, lane_mask mask,
                        vf sums[TILE_MOST_ROWS][LINE_VECTORS]) {
  const long row_step = block->row_step, depth_step = block->depth_step, b_step = block->b_step;
  long three_rows = 3 * row_step;
  OPAQUE(three_rows);
  const float *fours[(TILE_MOST_ROWS + 3) / 4];
  UNROLLED for (int r = 0; r < rows; r += 4) fours[r / 4] = a + r * row_step;
  // The rows of the next tile, where they follow each other, else what this one is coming to.
  const int follow = depth_step == 1 && row_step == depth;
  const float *coming = follow ? a + rows * row_step : a + AHEAD * depth_step;
  const long coming_step = follow ? rows : depth_step;
  for (; depth > 0; depth--, b += b_step) {
    vf row[LINE_VECTORS];
    if (vectors * W >= 48 && vectors <= TILE_VECTORS) {
      UNROLLED for (int v = 0; v < vectors; v++) __builtin_prefetch(b + AHEAD * b_step + v * W);
      __builtin_prefetch(coming);
      coming += coming_step;
    }
    UNROLLED for (int v = 0; v < vectors; v++)
      row[v] = get(b + v * W, masked && v == vectors - 1, mask);
    UNROLLED for (int r = 0; r < rows; r++) {
      const long step = r % 4 == 3 ? three_rows : r % 4 * row_step;
      const vf factor = splat(fours[r / 4][step]);
      UNROLLED for (int v = 0; v < vectors; v++)
        sums[r][v] = fma_lanes(factor, row[v], sums[r][v]);
    }
    UNROLLED for (int r = 0; r < rows; r += 4) {
      OPAQUE(fours[r / 4]);
      fours[r / 4] += depth_step;
    }
  }
}

INLINE void tile(const int rows, const int vectors, const int masked, const Block *block, long i,
                 long j, lane_mask mask) {
  const float *a = block->a + i * block->row_step, *b = block->b + j;
  vf sums[TILE_MOST_ROWS][LINE_VECTORS];
  if (block->from) {
    const float *from = block->from + i * block->from_step + j;
    UNROLLED for (int r = 0; r < rows; r++) UNROLLED for (int v = 0; v < vectors; v++)
      sums[r][v] = get(from + r * block->from_step + v * W, masked && v == vectors - 1, mask);
  } else {
    UNROLLED for (int r = 0; r < rows; r++) UNROLLED for (int v = 0; v < vectors; v++)
      sums[r][v] = (vf){};
  }
  float *c = block->c + i * block->c_step + j;
  long whole = 0;
  // Fetched all at once, the next tile would stand in the way of this one's b.
  if (vectors == TILE_VECTORS && !masked && block->next) {
    const long part = block->depth / rows;
    _Pragma("clang loop unroll(disable)") for (long r = 0; r < rows; r++) {
      UNROLLED for (int v = 0; v < vectors; v++)
        __builtin_prefetch(c + block->next + r * block->c_step + v * W);
      tile_depths(rows, vectors, 0, block, a + whole * block->depth_step,
                  b + whole * block->b_step, part, mask, sums);
      whole += part;
    }
  } else if (masked && block->whole_depths > 0) {
    whole = block->whole_depths;
    tile_depths(rows, vectors, 0, block, a, b, whole, mask, sums);
  }
  tile_depths(rows, vectors, masked, block, a + whole * block->depth_step,
              b + whole * block->b_step, block->depth - whole, mask, sums);
  UNROLLED for (int r = 0; r < rows; r++) UNROLLED for (int v = 0; v < vectors; v++)
    put(c + r * block->c_step + v * W, sums[r][v], masked && v == vectors - 1, mask);
}

#define TILE_CASE(count)                                   \
  case count:                                              \
    if (count <= TILE_ROWS(vectors))                       \
      tile(count, vectors, masked, block, i, j, mask);     \
    break;

// The columns j ..< j + vectors * W of all rows, which are divided evenly among tiles.
INLINE void panel(const int vectors, const int masked, const Block *block, long j,
                  lane_mask mask) {
  const long most = TILE_ROWS(vectors);
  long size = block->rows, larger = 0;
  if (size > most) {
    const long tiles = (block->rows + most - 1) / most;
    size = block->rows / tiles;
    larger = block->rows % tiles;
  }
  for (long i = 0; i < block->rows;) {
    const long rows = size + (larger-- > 0);
    switch (rows) {
      TILE_CASE(1) TILE_CASE(2) TILE_CASE(3) TILE_CASE(4) TILE_CASE(5) TILE_CASE(6)
      TILE_CASE(7) TILE_CASE(8) TILE_CASE(9) TILE_CASE(10) TILE_CASE(11) TILE_CASE(12)
    }
    i += rows;
  }
}

#define PANEL_CASE(count)                                             \
  case count:                                                         \
    if (count > TILE_VECTORS) break;                                  \
    if (width % W)                                                    \
      panel(count <= TILE_VECTORS ? count : 1, 1, block, j, mask_of(width % W)); \
    else                                                              \
      panel(count <= TILE_VECTORS ? count : 1, 0, block, j, mask_of(1));         \
    break;

// The columns of a single row, as far as they fill so many vectors; how many these are.
static __attribute__((noinline)) long PATH(lines)(const Block *block) {
  long j = 0;
  for (; j + LINE_VECTORS * W <= block->columns; j += LINE_VECTORS * W)
    tile(1, LINE_VECTORS, 0, block, 0, j, mask_of(1));
  return j;
}

static void PATH(panels)(const Block *block) {
  long j = 0;
  if (__builtin_expect(block->rows == 1 && block->columns >= LINE_VECTORS * W, 0))
    j = PATH(lines)(block);
  for (; j < block->columns; j += PANEL) {
    const long width = block->columns - j < PANEL ? block->columns - j : PANEL;
    switch ((width + W - 1) / W) { PANEL_CASE(1) PANEL_CASE(2) PANEL_CASE(3) PANEL_CASE(4) }
  }
}

// The product in blocks of a that stay in the second cache while the panels of b pass by.
static void PATH(blocked_product)(const Block *whole) {
  if (whole->depth <= BLOCK_DEPTHS && whole->rows * whole->depth <= BLOCK_ELEMENTS) {
    PATH(panels)(whole);
    return;
  }
  Block block = *whole;
  const long depths = whole->depth / BLOCK_DEPTHS + 1;
  const long depth = (whole->depth + depths - 1) / depths;
  const long size = whole->rows / (whole->rows * depth / BLOCK_ELEMENTS + 1) + 1;
  long k = 0;
  do {
    block.depth = whole->depth - k < depth ? whole->depth - k : depth;
    const long left = whole->whole_depths - k;
    block.whole_depths = left < 0 ? 0 : left < block.depth ? left : block.depth;
    block.b = whole->b + k * whole->b_step;
    for (long i = 0; i < whole->rows; i += size) {
      block.rows = whole->rows - i < size ? whole->rows - i : size;
      block.a = whole->a + i * whole->row_step + k * whole->depth_step;
      block.c = whole->c + i * whole->c_step;
      if (k > 0)
        block.from = block.c, block.from_step = whole->c_step;
      else if (whole->from)
        block.from = whole->from + i * whole->from_step;
      PATH(panels)(&block);
    }
    k += depth;
  } while (k < whole->depth);
}
