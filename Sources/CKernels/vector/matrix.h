// Matrix products in their three forms, and column sums.
//
// A product takes the way that suits its shape: straight from where b lies, through copied panels
// of b, or with a and b in each other's place.

// The depths of a copied panel: with PANEL columns it fits into the first cache.
#define PANEL_DEPTHS 128
// At most so many columns are few.
#define FEW 12

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
