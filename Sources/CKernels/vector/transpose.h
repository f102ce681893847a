// Transposing in registers: rounds that exchange off-diagonal blocks of half the size (Eklundh,
// "A fast computer method for matrix transposing", 1972).

#define UPPER_LANE(lane, step) (((lane) & (step)) ? W + (lane) - (step) : (lane))
#define LOWER_LANE(lane, step) (((lane) & (step)) ? W + (lane) : (lane) + (step))
#define EXCHANGE(rows, count, step)                                          \
  UNROLLED for (int i = 0; i < (count); i++) {     \
    if (i & (step)) continue;                                                \
    const vf upper = SHUFFLED(rows[i], rows[i + (step)], UPPER_LANE, step);  \
    rows[i + (step)] = SHUFFLED(rows[i], rows[i + (step)], LOWER_LANE, step); \
    rows[i] = upper;                                                         \
  }

typedef float vf_quarter __attribute__((vector_size(16), aligned(4), may_alias));

// Four elements of each fourth row.
INLINE vf load_quarters(const float *x, long stride) {
#define QUARTER(i) (*(const vf_quarter *)(x + 4 * (i) * stride))
#if W == 4
  (void)stride;
  return QUARTER(0);
#elif W == 8
  return __builtin_shufflevector(QUARTER(0), QUARTER(1), 0, 1, 2, 3, 4, 5, 6, 7);
#else
  return __builtin_shufflevector(
      __builtin_shufflevector(QUARTER(0), QUARTER(1), 0, 1, 2, 3, 4, 5, 6, 7),
      __builtin_shufflevector(QUARTER(2), QUARTER(3), 0, 1, 2, 3, 4, 5, 6, 7), 0, 1, 2, 3, 4, 5,
      6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
#endif
#undef QUARTER
}

// The columns of height x width elements of x, both up to W and at least 1, padded with 0.
INLINE void load_columns(const float *x, long stride, long height, long width, vf columns[W]) {
  const lane_mask mask = mask_of(width < W ? width : 1);
  const int part = width < W;
  if (height == W && width == W) {
    // Gathering quarters of rows while loading saves the rounds that would cross them.
    UNROLLED for (int i = 0; i < W; i++)
      columns[i] = load_quarters(x + i % 4 * stride + i / 4 * 4, stride);
    EXCHANGE(columns, W, 2)
    EXCHANGE(columns, W, 1)
    return;
  }
  UNROLLED for (int i = 0; i < W; i++)
    columns[i] = i < height ? get(x + i * stride, part, mask) : (vf){};
#if W > 8
  EXCHANGE(columns, W, 8)
#endif
#if W > 4
  EXCHANGE(columns, W, 4)
#endif
  EXCHANGE(columns, W, 2)
  EXCHANGE(columns, W, 1)
}

// y [columns, rows] = the transpose of x [rows, columns]; rows of each lie so many elements apart.
INLINE void transpose_between(const float *x, long x_step, float *y, long y_step, long rows,
                              long columns) {
  for (long i = 0; i < rows; i += W)
    for (long j = 0; j < columns; j += W) {
      const long height = rows - i < W ? rows - i : W, width = columns - j < W ? columns - j : W;
      vf block[W];
      load_columns(x + i * x_step + j, x_step, height, width, block);
      float *out = y + j * y_step + i;
      if (height < W)
        for (long k = 0; k < width; k++) store_part(out + k * y_step, block[k], mask_of(height));
      else
        for (long k = 0; k < width; k++) store(out + k * y_step, block[k]);
    }
}

static void PATH(transpose)(const float *x, float *y, long rows, long columns) {
  transpose_between(x, columns, y, rows, rows, columns);
}
