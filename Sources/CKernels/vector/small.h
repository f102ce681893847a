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

INLINE void eight_columns(const int rows, const Block *block) {
  vf_half sums[SMALL_ROWS];
  UNROLLED for (int r = 0; r < rows; r++)
    sums[r] = block->from ? load_half(block->from + r * block->from_step) : (vf_half){};
  const long row_step = block->row_step;
  const float *fours[3];
  UNROLLED for (int r = 0; r < rows; r += 4) fours[r / 4] = block->a + r * row_step;
  const float *b = block->b;
  for (long k = 0; k < block->depth; k++, b += block->b_step) {
    const vf_half row = load_half(b);
    UNROLLED for (int r = 0; r < rows; r++)
      sums[r] = __builtin_elementwise_fma(fours[r / 4][r % 4 * row_step] - (vf_half){}, row,
                                          sums[r]);
    UNROLLED for (int r = 0; r < rows; r += 4) fours[r / 4] += block->depth_step;
  }
  float *const c = block->c;
  if (block->c_step == 8) {
    UNROLLED for (int r = 0; r + 1 < rows; r += 2)
      store(c + r * 8, __builtin_shufflevector(sums[r], sums[r + 1], 0, 1, 2, 3, 4, 5, 6, 7, 8, 9,
                                               10, 11, 12, 13, 14, 15));
    if (rows % 2) store_half(c + (rows - 1) * 8, sums[rows - 1]);
  } else {
    UNROLLED for (int r = 0; r < rows; r++) store_half(c + r * block->c_step, sums[r]);
  }
}

#define EIGHT_CASE(count)           \
  case count:                       \
    eight_columns(count, &block);   \
    return;
#endif

#define SMALL_CASE(count)                     \
  case count:                                 \
    tile(count, 1, 1, &block, 0, 0, mask);    \
    return;

// Up to SMALL_ROWS rows and W columns; a transposed b, of up to W depths, is turned into `packed`.
static void PATH(small_product)(const MatrixProductArguments *p, const float *a, const float *b,
                                const float *bias, float *c) {
  float packed[W * W] __attribute__((aligned(64)));
  Block block = product_block(p, a, b, bias, c);
  if (is_turned_over(p)) {
#if W > 8
    if (block.columns <= 8 && block.depth <= 8) {
      vf columns[8];
      load_corner(b, block.b_step, block.columns, block.depth, columns);
      UNROLLED for (int t = 0; t < 8; t++) store(packed + t * W, columns[t]);
    } else
#endif
    {
      vf columns[W];
      load_columns(b, block.b_step, block.columns, block.depth, columns);
      UNROLLED for (int t = 0; t < W; t++) store(packed + t * W, columns[t]);
    }
    block.b = packed;
    block.b_step = W;
  }
#if W > 8
  if (block.columns == 8) {
    switch (block.rows) { SMALL_CASES(EIGHT_CASE) }
  }
#endif
  const lane_mask mask = mask_of(block.columns);
  switch (block.rows) { SMALL_CASES(SMALL_CASE) }
}

#endif
