// Matrix products and column sums.
//
// A tile of up to 12 rows and TILE_VECTORS vectors of the result stays in registers while the
// depth runs; the lanes are columns of the result, so the width of the machine never shows in a
// sum. The elements of a are broadcast from where they lie, with one step for its rows and one for
// its depth; the rows of b must be contiguous, so only a transposed b is copied into panels.

#define PANEL (TILE_VECTORS * W)
#define DEPTH_BLOCK 192
#define UNROLLED _Pragma("clang loop unroll(full)")

typedef struct {
  const float *a;
  long row_step, depth_step;  // of a
  const float *b;
  long b_step;
  const float *from;   // what the sums start from; null for +0
  long from_step;               // 0 when all rows start from a bias
  float *c;
  long c_step;
  long rows, columns, depth;
  long whole_depths;  // for so many depths a vector that passes the last column is still inside b
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
                        vf sums[12][TILE_VECTORS]) {
  const long row_step = block->row_step, depth_step = block->depth_step, b_step = block->b_step;
  for (; depth > 0; depth--, a += depth_step, b += b_step) {
    vf row[TILE_VECTORS];
    UNROLLED for (int v = 0; v < vectors; v++)
      row[v] = get(b + v * W, masked && v == vectors - 1, mask);
    UNROLLED for (int r = 0; r < rows; r++) {
      const vf factor = splat(a[r * row_step]);
      UNROLLED for (int v = 0; v < vectors; v++)
        sums[r][v] = fma_lanes(factor, row[v], sums[r][v]);
    }
  }
}

INLINE void tile(const int rows, const int vectors, const int masked, const Block *block, long i,
                 long j, lane_mask mask) {
  const float *a = block->a + i * block->row_step, *b = block->b + j;
  vf sums[12][TILE_VECTORS];
  if (block->from) {
    const float *from = block->from + i * block->from_step + j;
    UNROLLED for (int r = 0; r < rows; r++) UNROLLED for (int v = 0; v < vectors; v++)
      sums[r][v] = get(from + r * block->from_step + v * W, masked && v == vectors - 1, mask);
  } else {
    UNROLLED for (int r = 0; r < rows; r++) UNROLLED for (int v = 0; v < vectors; v++)
      sums[r][v] = (vf){};
  }
  long whole = 0;
  if (masked && block->whole_depths > 0) {
    whole = block->whole_depths;
    tile_depths(rows, vectors, 0, block, a, b, whole, mask, sums);
  }
  tile_depths(rows, vectors, masked, block, a + whole * block->depth_step,
              b + whole * block->b_step, block->depth - whole, mask, sums);
  float *c = block->c + i * block->c_step + j;
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

static void PATH(block_product)(const Block *block) {
  for (long j = 0; j < block->columns; j += PANEL) {
    const long width = block->columns - j < PANEL ? block->columns - j : PANEL;
    switch ((width + W - 1) / W) { PANEL_CASE(1) PANEL_CASE(2) PANEL_CASE(3) PANEL_CASE(4) }
  }
}

// The product with b [columns, depth]: panels of its transpose are made here, in their order.
static void PATH(transposed_product)(Block block, const float *b, long b_step) {
  float packed[DEPTH_BLOCK * PANEL] __attribute__((aligned(64)));
  const Block whole = block;
  for (long j = 0; j < whole.columns; j += PANEL) {
    const long width = whole.columns - j < PANEL ? whole.columns - j : PANEL;
    const long padded = (width + W - 1) / W * W;
    long k = 0;
    do {
      const long depth = whole.depth - k < DEPTH_BLOCK ? whole.depth - k : DEPTH_BLOCK;
      for (long v = 0; v < width; v += W)
        for (long d = 0; d < depth; d += W) {
          vf columns[W];
          load_columns(b + (j + v) * b_step + k + d, b_step, width - v < W ? width - v : W,
                       depth - d < W ? depth - d : W, columns);
          UNROLLED for (int t = 0; t < W; t++) store(packed + (d + t) * padded + v, columns[t]);
        }
      block.a = whole.a + k * whole.depth_step;
      block.b = packed;
      block.b_step = padded;
      block.c = whole.c + j;
      block.from = k > 0 ? block.c : whole.from ? whole.from + j : 0;
      block.from_step = k > 0 ? whole.c_step : whole.from_step;
      block.columns = width;
      block.depth = block.whole_depths = depth;
      PATH(block_product)(&block);
      k += depth;
    } while (k < whole.depth);
  }
}

// One column: a and b change places, so that the lanes run over the rows of the result.
static void PATH(one_column)(const MatrixProductArguments *p, const float *a, const float *b,
                             const float *bias, float *c) {
  const long rows = p->end - p->first;
  float *out = c + p->first;
  if (p->start == START_BIAS) plain_fill(out, rows, *bias);
  Block block = {.a = b, .depth_step = 1, .c = out, .rows = 1, .columns = rows,
                 .depth = p->depth, .from = p->start == START_ZERO ? 0 : out};
  if (p->form == PRODUCT_ATB) {
    block.b = a + p->first;
    block.b_step = p->rows;
    block.whole_depths = whole_depths(block.depth, block.b_step);
    PATH(block_product)(&block);
  } else {
    PATH(transposed_product)(block, a + p->first * p->depth, p->depth);
  }
}

static void PATH(matrix_product)(const MatrixProductArguments *p, const float *a, const float *b,
                                 const float *bias, float *c) {
  if (p->end <= p->first || p->columns <= 0) return;
  if (p->columns == 1) {
    PATH(one_column)(p, a, b, bias, c);
    return;
  }
  const int transposed = p->form == PRODUCT_ATB;
  Block block = {.row_step = transposed ? 1 : p->depth, .depth_step = transposed ? p->rows : 1,
                 .b = b, .b_step = p->columns, .c = c + p->first * p->columns,
                 .c_step = p->columns, .rows = p->end - p->first, .columns = p->columns,
                 .depth = p->depth};
  block.a = a + p->first * block.row_step;
  block.whole_depths = whole_depths(block.depth, block.b_step);
  block.from = p->start == START_ZERO ? 0 : p->start == START_OUTPUT ? block.c : bias;
  block.from_step = p->start == START_OUTPUT ? p->columns : 0;
  if (p->form == PRODUCT_ABT)
    PATH(transposed_product)(block, b, p->depth);
  else
    PATH(block_product)(&block);
}

// Rows in order; 4 vectors of columns at a time stay in registers.
static void PATH(column_sums)(const float *x, float *sums, long rows, long columns, long first,
                              long end, int accumulate) {
  long j = first;
  for (; j + 4 * W <= end; j += 4 * W) {
    vf sum[4];
    UNROLLED for (int v = 0; v < 4; v++) sum[v] = accumulate ? load(sums + j + v * W) : (vf){};
    for (long row = 0; row < rows; row++)
      UNROLLED for (int v = 0; v < 4; v++) sum[v] += load(x + row * columns + j + v * W);
    UNROLLED for (int v = 0; v < 4; v++) store(sums + j + v * W, sum[v]);
  }
  FOR_VECTORS(rest, end - j, {
    vf sum = accumulate ? GET(sums + j + rest) : (vf){};
    for (long row = 0; row < rows; row++) sum += GET(x + row * columns + j + rest);
    PUT(sums + j + rest, sum);
  });
}
