// Transposing W x W elements in registers: log2 W rounds, each exchanging the off-diagonal
// blocks of half the size (Eklundh, "A fast computer method for matrix transposing", 1972).

#define UPPER_LANE(lane, step) (((lane) & (step)) ? W + (lane) - (step) : (lane))
#define LOWER_LANE(lane, step) (((lane) & (step)) ? W + (lane) : (lane) + (step))
#define EXCHANGE(rows, step)                                                 \
  _Pragma("clang loop unroll(full)") for (int i = 0; i < W; i++) {           \
    if (i & (step)) continue;                                                \
    const vf upper = SHUFFLED(rows[i], rows[i + (step)], UPPER_LANE, step);  \
    rows[i + (step)] = SHUFFLED(rows[i], rows[i + (step)], LOWER_LANE, step); \
    rows[i] = upper;                                                         \
  }

INLINE void transpose_lanes(vf rows[W]) {
#if W > 8
  EXCHANGE(rows, 8)
#endif
#if W > 4
  EXCHANGE(rows, 4)
#endif
  EXCHANGE(rows, 2)
  EXCHANGE(rows, 1)
}

// Reads height x width elements (both up to W) of x and returns their columns, padded with 0.
INLINE void load_columns(const float *x, long stride, long height, long width, vf columns[W]) {
  if (width < W) {
    const lane_mask mask = mask_of(width);
#pragma clang loop unroll(full)
    for (int i = 0; i < W; i++)
      columns[i] = i < height ? load_part(x + i * stride, mask) : (vf){};
  } else if (height < W) {
#pragma clang loop unroll(full)
    for (int i = 0; i < W; i++) columns[i] = i < height ? load(x + i * stride) : (vf){};
  } else {
#pragma clang loop unroll(full)
    for (int i = 0; i < W; i++) columns[i] = load(x + i * stride);
  }
  transpose_lanes(columns);
}

static void PATH(transpose)(const float *x, float *y, long rows, long columns) {
  for (long i = 0; i < rows; i += W)
    for (long j = 0; j < columns; j += W) {
      const long height = rows - i < W ? rows - i : W, width = columns - j < W ? columns - j : W;
      vf block[W];
      load_columns(x + i * columns + j, columns, height, width, block);
      float *out = y + j * rows + i;
      if (height < W)
        for (long k = 0; k < width; k++) store_part(out + k * rows, block[k], mask_of(height));
      else
        for (long k = 0; k < width; k++) store(out + k * rows, block[k]);
    }
}
