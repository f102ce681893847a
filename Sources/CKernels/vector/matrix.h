// Matrix products and column sums.
//
// A tile of some rows and up to TILE_VECTORS vectors of the result stays in registers while the
// depth runs; the lanes are columns of the result, so the width of the machine never shows in a
// sum. The elements of a are broadcast from where they lie, with one step for its rows and one for
// its depth; the rows of b must be contiguous, so a transposed b is copied into panels.

#define PANEL (TILE_VECTORS * W)
#define TILE_MOST_ROWS 12
// The depths of a copied panel: with PANEL columns it fits into the first cache.
#define PANEL_DEPTHS 128
// The depths of a panel that is not copied, and the elements of a block of a: both stay in the
// second cache.
#define BLOCK_DEPTHS 1024
#define BLOCK_ELEMENTS 65536
// So many depths ahead b is fetched: its rows may lie too far apart for the machine to see it.
#define AHEAD 8
// At most so many columns are few.
#define FEW 12

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
                        vf sums[TILE_MOST_ROWS][TILE_VECTORS]) {
  const long row_step = block->row_step, depth_step = block->depth_step, b_step = block->b_step;
  long three_rows = 3 * row_step;
  OPAQUE(three_rows);
  const float *fours[(TILE_MOST_ROWS + 3) / 4];
  UNROLLED for (int r = 0; r < rows; r += 4) fours[r / 4] = a + r * row_step;
  for (; depth > 0; depth--, b += b_step) {
    vf row[TILE_VECTORS];
    if (vectors * W >= 48) {
      UNROLLED for (int v = 0; v < vectors; v++) __builtin_prefetch(b + AHEAD * b_step + v * W);
      __builtin_prefetch(fours[0] + AHEAD * depth_step);
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
  vf sums[TILE_MOST_ROWS][TILE_VECTORS];
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

static void PATH(panels)(const Block *block) {
  for (long j = 0; j < block->columns; j += PANEL) {
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

// Copies depth rows of width elements of b to where they follow each other, padded to vectors.
INLINE void pack(const float *b, long b_step, long depth, long width, float *packed) {
  for (long d = 0; d < depth; d++, b += b_step)
    FOR_VECTORS(v, width, {
      store(packed, GET(b + v));
      packed += W;
    });
}

// The same of the transpose of b [width, depth].
// Depths that follow the last one may be written up to a full vector of them.
INLINE void pack_transposed(const float *b, long b_step, long depth, long width, float *packed) {
  const long padded = (width + W - 1) / W * W;
  for (long v = 0; v < width; v += W)
    for (long d = 0; d < depth; d += W) {
      vf columns[W];
      load_columns(b + v * b_step + d, b_step, width - v < W ? width - v : W,
                   depth - d < W ? depth - d : W, columns);
      UNROLLED for (int t = 0; t < W; t++) store(packed + (d + t) * padded + v, columns[t]);
    }
}

// The product through panels of b that are copied into the first cache, in their order: for
// b [columns, depth], and where many rows share a panel whose own rows lie far apart.
static void PATH(packed_product)(Block block, const int transposed) {
  float packed[PANEL_DEPTHS * PANEL] __attribute__((aligned(64)));
  const Block whole = block;
  for (long j = 0; j < whole.columns; j += PANEL) {
    const long width = whole.columns - j < PANEL ? whole.columns - j : PANEL;
    long k = 0;
    do {
      const long depth = whole.depth - k < PANEL_DEPTHS ? whole.depth - k : PANEL_DEPTHS;
      if (transposed)
        pack_transposed(whole.b + j * whole.b_step + k, whole.b_step, depth, width, packed);
      else
        pack(whole.b + k * whole.b_step + j, whole.b_step, depth, width, packed);
      block.a = whole.a + k * whole.depth_step;
      block.b = packed;
      block.b_step = (width + W - 1) / W * W;
      block.c = whole.c + j;
      block.from = k > 0 ? block.c : whole.from ? whole.from + j : 0;
      block.from_step = k > 0 ? whole.c_step : whole.from_step;
      block.columns = width;
      block.depth = block.whole_depths = depth;
      PATH(panels)(&block);
      k += depth;
    } while (k < whole.depth);
  }
}

#if W > 8
// The product with a transposed b of at most 8 columns and depths.
static void PATH(corner_product)(Block block) {
  float packed[8 * W] __attribute__((aligned(64)));
  vf columns[8];
  load_corner(block.b, block.b_step, block.columns, block.depth, columns);
  UNROLLED for (int t = 0; t < 8; t++) store(packed + t * W, columns[t]);
  block.b = packed;
  block.b_step = W;
  block.whole_depths = block.depth;
  PATH(panels)(&block);
}
#endif

// Few columns: a and b change places, so that the lanes run over the rows of the result.
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
    PATH(blocked_product)(&block);
  } else {
    block.b = a + p->first * p->depth;
    block.b_step = p->depth;
    PATH(packed_product)(block, 1);
  }
}

// The same for 2 ... FEW columns where a is transposed already: strips of rows of the result are
// made as their transposes.
static void PATH(few_columns)(const MatrixProductArguments *p, const float *a, const float *b,
                              const float *bias, float *c) {
  float strip[FEW * PANEL] __attribute__((aligned(64)));
  const long columns = p->columns;
  Block block = {.a = b, .row_step = 1, .depth_step = columns, .b_step = p->rows, .c = strip,
                 .c_step = PANEL, .rows = columns, .depth = p->depth,
                 .from = p->start == START_ZERO ? 0 : strip, .from_step = PANEL,
                 .whole_depths = whole_depths(p->depth, p->rows)};
  for (long i = p->first; i < p->end; i += PANEL) {
    float *out = c + i * columns;
    block.b = a + i;
    block.columns = p->end - i < PANEL ? p->end - i : PANEL;
    if (p->start == START_BIAS)
      for (long j = 0; j < columns; j++) plain_fill(strip + j * PANEL, PANEL, bias[j]);
    if (p->start == START_OUTPUT)
      transpose_between(out, columns, strip, PANEL, block.columns, columns);
    PATH(blocked_product)(&block);
    transpose_between(strip, PANEL, out, columns, columns, block.columns);
  }
}

static void PATH(matrix_product)(const MatrixProductArguments *p, const float *a, const float *b,
                                 const float *bias, float *c) {
  const long rows = p->end - p->first, columns = p->columns, depth = p->depth;
  if (rows <= 0 || columns <= 0) return;
  const int turned = p->form == PRODUCT_ATB;
  // The transpose of a b of depth 1 is b itself.
  const int packed = p->form == PRODUCT_ABT && depth > 1;
  if (columns == 1 && (turned || rows * depth >= 4 * W * W)) {
    PATH(one_column)(p, a, b, bias, c);
    return;
  }
  if (turned && columns <= FEW && rows >= 2 * W) {
    PATH(few_columns)(p, a, b, bias, c);
    return;
  }
  Block block = {.row_step = turned ? 1 : depth, .depth_step = turned ? p->rows : 1, .b = b,
                 .b_step = packed ? depth : columns, .c = c + p->first * columns,
                 .c_step = columns, .rows = rows, .columns = columns, .depth = depth};
  block.a = a + p->first * block.row_step;
  block.from = p->start == START_ZERO ? 0 : p->start == START_OUTPUT ? block.c : bias;
  block.from_step = p->start == START_OUTPUT ? columns : 0;
#if W > 8
  if (packed && columns <= 8 && depth <= 8) {
    PATH(corner_product)(block);
    return;
  }
#endif
  if (packed || (turned && rows >= 192 && columns >= 384 && depth >= 64)) {
    PATH(packed_product)(block, packed);
    return;
  }
  block.whole_depths = whole_depths(depth, block.b_step);
  PATH(blocked_product)(&block);
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
