// Matrix products in their three forms, and column sums.
//
// A product takes the way that suits its shape: straight from where b lies, through copied panels
// of b, or with a and b in each other's place.

// The depths of a copied panel: with PANEL columns it fits into the first cache.
#define PANEL_DEPTHS 128
// At most so many columns are few.
#define FEW 12

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

// Few columns: a and b change places, so that the lanes run over the rows of the result.
static void PATH(one_column)(const MatrixProductArguments *p, const float *a, const float *b,
                             const float *bias, float *c) {
  if (p->start == START_BIAS) plain_fill(c, p->rows, *bias);
  Block block = {.a = b, .depth_step = p->form == PRODUCT_ABT ? 1 : p->b_step, .b = a,
                 .b_step = p->a_step, .c = c, .rows = 1, .columns = p->rows, .depth = p->depth,
                 .from = p->start == START_ZERO ? 0 : c};
  if (p->form == PRODUCT_ATB) {
    block.whole_depths = whole_depths(block.depth, block.b_step);
    PATH(blocked_product)(&block);
  } else {
    PATH(packed_product)(block, 1);
  }
}

// The same for 2 ... FEW columns where a is transposed already: strips of rows of the result are
// made as their transposes.
static void PATH(few_columns)(const MatrixProductArguments *p, const float *a, const float *b,
                              const float *bias, float *c) {
  float strip[FEW * PANEL] __attribute__((aligned(64)));
  const long columns = p->columns;
  Block block = {.a = b, .row_step = 1, .depth_step = p->b_step, .b_step = p->a_step, .c = strip,
                 .c_step = PANEL, .rows = columns, .depth = p->depth,
                 .from = p->start == START_ZERO ? 0 : strip, .from_step = PANEL,
                 .whole_depths = whole_depths(p->depth, p->a_step)};
  for (long i = 0; i < p->rows; i += PANEL) {
    float *out = c + i * p->c_step;
    block.b = a + i;
    block.columns = p->rows - i < PANEL ? p->rows - i : PANEL;
    if (p->start == START_BIAS)
      for (long j = 0; j < columns; j++) plain_fill(strip + j * PANEL, PANEL, bias[j]);
    if (p->start == START_OUTPUT)
      transpose_between(out, p->c_step, strip, PANEL, block.columns, columns);
    PATH(blocked_product)(&block);
    transpose_between(strip, PANEL, out, p->c_step, columns, block.columns);
  }
}

static void PATH(matrix_product)(const MatrixProductArguments *p, const float *a, const float *b,
                                 const float *bias, float *c) {
  const long rows = p->rows, columns = p->columns, depth = p->depth;
  if (rows <= 0 || columns <= 0) return;
  const int turned = p->form == PRODUCT_ATB;
  const int packed = is_turned_over(p);
#ifndef COUNTED_LANES
  if (rows <= SMALL_ROWS && columns <= W && (!packed || depth <= W) &&
      !(turned && columns == 1)) {
    if (packed)
      PATH(small_turned_product)(p, a, b, bias, c);
    else
      PATH(small_product)(p, a, b, bias, c);
    return;
  }
#endif
  if (columns == 1 && p->c_step == 1 && (turned || rows * depth >= 4 * W * W)) {
    PATH(one_column)(p, a, b, bias, c);
    return;
  }
  if (turned && columns <= FEW && rows >= 2 * W) {
    PATH(few_columns)(p, a, b, bias, c);
    return;
  }
  Block block = product_block(p, a, b, bias, c);
  if (IS_LARGE(rows, columns, depth, packed)) {
    PATH(large_product)(&block, packed);
    return;
  }
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

static void PATH(dense_gradients)(const MatrixProductArguments *p, const float *x,
                                  const float *dy, float *dw, float *db) {
#ifndef COUNTED_LANES
  if (small_gradients(p, x, dy, dw, db)) return;
#endif
  PATH(matrix_product)(p, x, dy, 0, dw);
  PATH(column_sums)(dy, db, p->depth, p->columns, 0, p->columns, 0);
}
