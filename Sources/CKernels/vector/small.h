// The smallest products: one vector of columns, and no more rows than one tile has.
//
// Here the way to the arithmetic takes longer than the arithmetic: after one look at the number of
// rows, all is done in registers.

// Where the operands of a product lie.
INLINE Block product_block(const MatrixProductArguments *p, const float *a, const float *b,
                           const float *bias, float *c) {
  const int turned = p->form == PRODUCT_ATB;
  return (Block){
      .a = a,
      .row_step = turned ? 1 : p->a_step,
      .depth_step = turned ? p->a_step : 1,
      .b = b,
      // Of a b that is one row as it lies, though it is a column, no other row is read.
      .b_step = p->b_step > 1 ? p->b_step : p->columns,
      .from = p->start == START_ZERO ? 0 : p->start == START_OUTPUT ? c : bias,
      .from_step = p->start == START_OUTPUT ? p->c_step : 0,
      .c = c,
      .c_step = p->c_step,
      .rows = p->rows,
      .columns = p->columns,
      .depth = p->depth};
}

// Whether b has to be turned: where it is not a single row as it lies.
INLINE int is_turned_over(const MatrixProductArguments *p) {
  return p->form == PRODUCT_ABT && (p->depth > 1 || p->b_step > 1);
}

#ifndef COUNTED_LANES

#define SMALL_ROWS 12
#define SMALL_CASES(f) f(1) f(2) f(3) f(4) f(5) f(6) f(7) f(8) f(9) f(10) f(11) f(12)

#if W > 8
// Eight columns in vectors of eight. Two rows beside each other are stored as one: whoever reads
// them next, in vectors of the full width, waits for no store that is only a part of them.
typedef float vf_half __attribute__((vector_size(32)));
typedef float vf_half_anywhere __attribute__((vector_size(32), aligned(4), may_alias));

INLINE vf_half load_half(const float *p) { return *(const vf_half_anywhere *)p; }
INLINE void store_half(float *p, vf_half x) { *(vf_half_anywhere *)p = x; }
INLINE vf joined(vf_half lower, vf_half upper) {
  return __builtin_shufflevector(lower, upper, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14,
                                 15);
}
INLINE vf_half lower_half(vf x) {
  return __builtin_shufflevector(x, x, 0, 1, 2, 3, 4, 5, 6, 7);
}
INLINE vf_half upper_half(vf x) {
  return __builtin_shufflevector(x, x, 8, 9, 10, 11, 12, 13, 14, 15);
}

// Rows i and j of x as far as the mask goes, side by side.
INLINE vf two_rows(const float *x, long stride, long i, long j, lane_mask mask) {
  return joined(lower_half(load_part(x + i * stride, mask)),
                lower_half(load_part(x + j * stride, mask)));
}

#define QUARTERS_CROSSED(lane, step) (((lane) + 4) & 8 ? (lane) ^ (step) : (lane))

// The columns of up to eight columns of eight rows.
INLINE void load_corner(const float *x, long stride, long width, vf_half columns[8]) {
  vf pairs[4];
  UNROLLED for (int i = 0; i < 4; i++) {
    pairs[i] = two_rows(x, stride, i, i + 4, mask_of(width));
    pairs[i] = SHUFFLED(pairs[i], pairs[i], QUARTERS_CROSSED, 12);
  }
  EXCHANGE(pairs, 4, 2)
  EXCHANGE(pairs, 4, 1)
  UNROLLED for (int i = 0; i < 4; i++) {
    columns[i] = lower_half(pairs[i]);
    columns[i + 4] = upper_half(pairs[i]);
  }
}

// One more row of b.
INLINE void eight_columns_of_depth(const int rows, const float *fours[3], long row_step,
                                   vf_half row, vf_half sums[SMALL_ROWS]) {
  UNROLLED for (int r = 0; r < rows; r++)
    sums[r] = __builtin_elementwise_fma(fours[r / 4][r % 4 * row_step] - (vf_half){}, row, sums[r]);
}

// The rows of b are `turned` where they are given, at most eight. The sums of the columns of b
// come with the product where they are asked for.
INLINE void eight_columns(const int rows, const Block *block, const vf_half *turned,
                          float *totals) {
  vf_half sums[SMALL_ROWS], total = {};
  UNROLLED for (int r = 0; r < rows; r++)
    sums[r] = block->from ? load_half(block->from + r * block->from_step) : (vf_half){};
  const long row_step = block->row_step, depth_step = block->depth_step;
  const float *fours[3];
  UNROLLED for (int r = 0; r < rows; r += 4) fours[r / 4] = block->a + r * row_step;
  if (turned) {
    UNROLLED for (int k = 0; k < 8; k++) {
      if (k >= block->depth) break;
      eight_columns_of_depth(rows, fours, row_step, turned[k], sums);
      UNROLLED for (int r = 0; r < rows; r += 4) fours[r / 4] += depth_step;
    }
  } else {
    const float *b = block->b;
    for (long k = 0; k < block->depth; k++, b += block->b_step) {
      const vf_half row = load_half(b);
      if (totals) total += row;
      eight_columns_of_depth(rows, fours, row_step, row, sums);
      UNROLLED for (int r = 0; r < rows; r += 4) fours[r / 4] += depth_step;
    }
  }
  float *const c = block->c;
  if (block->c_step == 8) {
    UNROLLED for (int r = 0; r + 1 < rows; r += 2) store(c + r * 8, joined(sums[r], sums[r + 1]));
    if (rows % 2) store_half(c + (rows - 1) * 8, sums[rows - 1]);
  } else {
    UNROLLED for (int r = 0; r < rows; r++) store_half(c + r * block->c_step, sums[r]);
  }
  if (totals) store_half(totals, total);
}

#define EIGHT_CASE(count)                    \
  case count:                                \
    eight_columns(count, &block, 0, 0);      \
    return;
#define TURNED_CASE(count)                   \
  case count:                                \
    eight_columns(count, &block, turned, 0); \
    return;
#define SUMMED_CASE(count)                   \
  case count:                                \
    eight_columns(count, &block, 0, totals); \
    return 1;

// One column of some rows, and up to eight depths: the lanes are rows, so a is turned.
INLINE void one_column_of_few_depths(const Block *block) {
  const lane_mask depths = mask_of(block->depth), rows = mask_of(block->rows);
  const long last = block->rows - 1;
  vf columns[8];
  UNROLLED for (int i = 0; i < 8; i++)
    columns[i] = two_rows(block->a, block->row_step, i < last ? i : last,
                          i + 8 < last ? i + 8 : last, depths);
  EXCHANGE(columns, 8, 4)
  EXCHANGE(columns, 8, 2)
  EXCHANGE(columns, 8, 1)
  vf sums = {};
  if (block->from) sums = block->from_step ? load_part(block->from, rows) : splat(*block->from);
  UNROLLED for (int k = 0; k < 8; k++)
    if (k < block->depth)
      sums = fma_lanes(splat(block->b[k * block->b_step]), columns[k], sums);
  store_part(block->c, sums, rows);
}
#endif

#define SMALL_CASE(count)                     \
  case count:                                 \
    tile(count, 1, 1, &block, 0, 0, mask);    \
    return;

// Up to SMALL_ROWS rows and W columns; b is transposed, of up to W depths.
static __attribute__((noinline)) void PATH(small_turned_product)(const MatrixProductArguments *p,
                                                                 const float *a, const float *b,
                                                                 const float *bias, float *c) {
  Block block = product_block(p, a, b, bias, c);
#if W > 8
  if (block.columns == 8 && block.depth <= 8) {
    vf_half turned[8];
    load_corner(block.b, block.b_step, block.depth, turned);
    switch (block.rows) { SMALL_CASES(TURNED_CASE) }
  }
#endif
  float packed[W * W] __attribute__((aligned(64)));
  vf columns[W];
  load_columns(block.b, block.b_step, block.columns, block.depth, columns);
  UNROLLED for (int t = 0; t < W; t++) store(packed + t * W, columns[t]);
  block.b = packed;
  block.b_step = W;
  const lane_mask mask = mask_of(block.columns);
  switch (block.rows) { SMALL_CASES(SMALL_CASE) }
}

// Up to SMALL_ROWS rows and W columns.
static void PATH(small_product)(const MatrixProductArguments *p, const float *a, const float *b,
                                const float *bias, float *c) {
  const Block block = product_block(p, a, b, bias, c);
#if W > 8
  if (block.columns == 8) {
    switch (block.rows) { SMALL_CASES(EIGHT_CASE) }
  }
  if (block.columns == 1 && block.depth <= 8 && block.c_step == 1 && block.rows > 1) {
    one_column_of_few_depths(&block);
    return;
  }
#endif
  const lane_mask mask = mask_of(block.columns);
  switch (block.rows) { SMALL_CASES(SMALL_CASE) }
}

// c = aT b with few rows and columns, and the sums of the columns of b; whether it was done.
INLINE int small_gradients(const MatrixProductArguments *p, const float *a, const float *b,
                           float *c, float *totals) {
  const Block block = product_block(p, a, b, 0, c);
#if W > 8
  if (block.columns == 8) {
    switch (block.rows) { SMALL_CASES(SUMMED_CASE) }
  }
#endif
  if (block.columns != 1 || block.rows > W) return 0;
  const lane_mask rows = mask_of(block.rows);
  vf sums = {};
  float total = 0;
  for (long k = 0; k < block.depth; k++) {
    const float factor = b[k * block.b_step];
    sums = fma_lanes(splat(factor), load_part(a + k * block.depth_step, rows), sums);
    total += factor;
  }
  store_part(c, sums, rows);
  *totals = total;
  return 1;
}

#endif
