// Products of matrices of doubles, as formulas have them.
//
// Each element is a sum over k ascending from +0, in which every product and every sum is rounded,
// whatever the path: nothing is fused.

#define DOUBLES (W / 2)
#define DOUBLE_PANEL (TILE_VECTORS * DOUBLES)
#define DOUBLE_ROWS TILE_ROWS(TILE_VECTORS)
// The depths of a copied panel: it stays in the first cache.
#define DOUBLE_DEPTHS 128

typedef double vdoubles __attribute__((vector_size(8 * DOUBLES)));
typedef double vdoubles_anywhere
    __attribute__((vector_size(8 * DOUBLES), aligned(8), may_alias));

// Adds rows of a, each a_step from the next, times a packed panel of b to a tile of c.
INLINE void double_tile(const int rows, const double *a, long a_step, const double *packed,
                        long depth, double *c, long c_step, const int begins) {
  vdoubles sums[DOUBLE_ROWS][TILE_VECTORS];
  UNROLLED for (int r = 0; r < rows; r++)
    UNROLLED for (int v = 0; v < TILE_VECTORS; v++)
      sums[r][v] =
          begins ? (vdoubles){} : *(const vdoubles_anywhere *)(c + r * c_step + v * DOUBLES);
  for (long k = 0; k < depth; k++, packed += DOUBLE_PANEL) {
    vdoubles row[TILE_VECTORS];
    UNROLLED for (int v = 0; v < TILE_VECTORS; v++)
      row[v] = *(const vdoubles_anywhere *)(packed + v * DOUBLES);
    UNROLLED for (int r = 0; r < rows; r++) {
      const vdoubles factor = a[r * a_step + k] - (vdoubles){};
      UNROLLED for (int v = 0; v < TILE_VECTORS; v++) sums[r][v] += factor * row[v];
    }
  }
  UNROLLED for (int r = 0; r < rows; r++)
    UNROLLED for (int v = 0; v < TILE_VECTORS; v++)
      *(vdoubles_anywhere *)(c + r * c_step + v * DOUBLES) = sums[r][v];
}

// The rows first ..< end of c, as far as one packed panel reaches.
static void PATH(double_panel)(const double *a, long a_step, const double *packed, long depth,
                               double *c, long c_step, long rows, const int begins) {
  long i = 0;
  if (begins) {
    for (; i + DOUBLE_ROWS <= rows; i += DOUBLE_ROWS)
      double_tile(DOUBLE_ROWS, a + i * a_step, a_step, packed, depth, c + i * c_step, c_step, 1);
    for (; i < rows; i++)
      double_tile(1, a + i * a_step, a_step, packed, depth, c + i * c_step, c_step, 1);
  } else {
    for (; i + DOUBLE_ROWS <= rows; i += DOUBLE_ROWS)
      double_tile(DOUBLE_ROWS, a + i * a_step, a_step, packed, depth, c + i * c_step, c_step, 0);
    for (; i < rows; i++)
      double_tile(1, a + i * a_step, a_step, packed, depth, c + i * c_step, c_step, 0);
  }
}

// The columns that fill no panel, one row at a time in memory of their own.
static void PATH(double_rest)(const double *a, long a_step, const double *packed, long depth,
                              double *c, long c_step, long rows, long width, const int begins) {
  double row[DOUBLE_PANEL] __attribute__((aligned(64)));
  for (long i = 0; i < rows; i++) {
    for (long j = 0; j < DOUBLE_PANEL; j++)
      row[j] = begins || j >= width ? 0.0 : c[i * c_step + j];
    double_tile(1, a + i * a_step, a_step, packed, depth, row, 0, 0);
    for (long j = 0; j < width; j++) c[i * c_step + j] = row[j];
  }
}

// The depths outside: a block of a, of some hundred rows, stays in the second cache while all the
// panels pass.
static void PATH(double_product)(const DoubleProductArguments *p, const double *a,
                                 const double *b, double *c) {
  double packed[DOUBLE_DEPTHS * DOUBLE_PANEL] __attribute__((aligned(64)));
  const long rows = p->end_row - p->first_row;
  long k = 0;
  do {
    const long depth = p->depth - k < DOUBLE_DEPTHS ? p->depth - k : DOUBLE_DEPTHS;
    const double *const rows_of_a = a + p->first_row * p->depth + k;
    for (long j = p->first_column; j < p->end_column; j += DOUBLE_PANEL) {
      const long width = p->end_column - j < DOUBLE_PANEL ? p->end_column - j : DOUBLE_PANEL;
      const double *from = b + k * p->columns + j;
      double *const out = c + p->first_row * p->columns + j;
      for (long d = 0; d < depth; d++, from += p->columns)
        for (long v = 0; v < DOUBLE_PANEL; v++)
          packed[d * DOUBLE_PANEL + v] = v < width ? from[v] : 0.0;
      if (width == DOUBLE_PANEL)
        PATH(double_panel)(rows_of_a, p->depth, packed, depth, out, p->columns, rows, k == 0);
      else
        PATH(double_rest)(rows_of_a, p->depth, packed, depth, out, p->columns, rows, width,
                          k == 0);
    }
    k += depth;
  } while (k < p->depth);
}

static double PATH(subtract_and_dot)(double *x, const double *y, double factor, const double *z,
                                     long count) {
  vdoubles lanes[8 / DOUBLES] = {};
  const vdoubles factors = factor - (vdoubles){};
  double sum = 0.0;
  const long whole = count / 8 * 8;
  for (long i = 0; i < whole; i += 8)
    UNROLLED for (int v = 0; v < 8 / DOUBLES; v++) {
      const long place = i + v * DOUBLES;
      const vdoubles left = *(const vdoubles_anywhere *)(x + place) -
                            factors * *(const vdoubles_anywhere *)(y + place);
      *(vdoubles_anywhere *)(x + place) = left;
      lanes[v] += left * *(const vdoubles_anywhere *)(z + place);
    }
  UNROLLED for (int lane = 0; lane < 8; lane++) sum += lanes[lane / DOUBLES][lane % DOUBLES];
  for (long i = whole; i < count; i++) {
    x[i] -= factor * y[i];
    sum += x[i] * z[i];
  }
  return sum;
}
