// Batch normalization: rows in order; some vectors of columns at a time stay in registers.

// Runs the statement for 4 vectors of columns at a time, then for what is left, vector by vector.
// At `j`, v counts the `vectors` that are at work.
#define FOR_COLUMNS(c, j, vectors, ...)                     \
  do {                                                      \
    long j = (c)->first;                                    \
    {                                                       \
      enum { vectors = 4 };                                 \
      const int part = 0;                                   \
      const lane_mask mask = mask_of(1);                    \
      for (; j + 4 * W <= (c)->end; j += 4 * W) __VA_ARGS__ \
    }                                                       \
    {                                                       \
      enum { vectors = 1 };                                 \
      const int part = 0;                                   \
      const lane_mask mask = mask_of(1);                    \
      for (; j + W <= (c)->end; j += W) __VA_ARGS__         \
    }                                                       \
    if (j < (c)->end) {                                     \
      enum { vectors = 1 };                                 \
      const int part = 1;                                   \
      const lane_mask mask = mask_of((c)->end - j);         \
      __VA_ARGS__                                           \
    }                                                       \
  } while (0)
#define EACH UNROLLED for (int v = 0; v < vectors; v++)

static void PATH(column_moments)(const float *x, float *mean, float *variance,
                                 const ColumnArguments *c) {
  const float rows = (float)c->rows;
  FOR_COLUMNS(c, j, vectors, {
    vf sum[vectors];
    vf squares[vectors];
    EACH sum[v] = squares[v] = (vf){};
    for (long i = 0; i < c->rows; i++)
      EACH sum[v] += GET(x + i * c->columns + j + v * W);
    EACH sum[v] /= rows;
    for (long i = 0; i < c->rows; i++)
      EACH {
        const vf distance = GET(x + i * c->columns + j + v * W) - sum[v];
        squares[v] = fma_lanes(distance, distance, squares[v]);
      }
    EACH PUT(mean + j + v * W, sum[v]);
    EACH PUT(variance + j + v * W, squares[v] / rows);
  });
}

static void PATH(normalize)(const float *x, const float *mean, const float *factor,
                            const float *shift, float *y, const ColumnArguments *c) {
  FOR_COLUMNS(c, j, vectors, {
    vf m[vectors];
    vf f[vectors];
    vf s[vectors];
    EACH m[v] = GET(mean + j + v * W);
    EACH f[v] = GET(factor + j + v * W);
    EACH s[v] = GET(shift + j + v * W);
    for (long i = 0; i < c->rows; i++)
      EACH {
        const long at = i * c->columns + j + v * W;
        PUT(y + at, fma_lanes(GET(x + at) - m[v], f[v], s[v]));
      }
  });
}

static void PATH(normalize_sums)(const float *x, const float *dy, const float *mean, float *sums,
                                 float *products, const ColumnArguments *c) {
  FOR_COLUMNS(c, j, vectors, {
    vf m[vectors];
    vf sum[vectors];
    vf product[vectors];
    EACH m[v] = GET(mean + j + v * W);
    EACH sum[v] = product[v] = (vf){};
    for (long i = 0; i < c->rows; i++)
      EACH {
        const long at = i * c->columns + j + v * W;
        const vf d = GET(dy + at);
        sum[v] += d;
        product[v] = fma_lanes(d, GET(x + at) - m[v], product[v]);
      }
    EACH PUT(sums + j + v * W, sum[v]);
    EACH PUT(products + j + v * W, product[v]);
  });
}

static void PATH(normalize_backward)(const float *x, const float *dy, const float *mean,
                                     const float *factor, const float *centre,
                                     const float *slope, float *dx, const ColumnArguments *c) {
  FOR_COLUMNS(c, j, vectors, {
    vf m[vectors];
    vf f[vectors];
    vf middle[vectors];
    vf s[vectors];
    EACH m[v] = GET(mean + j + v * W);
    EACH f[v] = GET(factor + j + v * W);
    EACH middle[v] = GET(centre + j + v * W);
    EACH s[v] = GET(slope + j + v * W);
    for (long i = 0; i < c->rows; i++)
      EACH {
        const long at = i * c->columns + j + v * W;
        const vf rest = fma_lanes(m[v] - GET(x + at), s[v], GET(dy + at) - middle[v]);
        PUT(dx + at, f[v] * rest);
      }
  });
}
