// Rows of a data set.

typedef uint8_t vb __attribute__((vector_size(W)));

static void PATH(add_bias)(float *x, const float *bias, long rows, long columns) {
  for (long row = 0; row < rows; row++, x += columns)
    FOR_VECTORS(i, columns, { PUT(x + i, GET(x + i) + GET(bias + i)); });
}

// Rows are taken from anywhere: so many ahead they are fetched, for no machine could see which.
#define ROWS_AHEAD 4

INLINE void fetch_row(const void *row, long bytes) {
  for (long i = 0; i < bytes; i += 64) __builtin_prefetch((const char *)row + i);
}

static void PATH(gather_floats)(const float *source, const int32_t *rows, float *y, long count,
                                long features, const ScalingArguments *scaling) {
  const vf shift = splat(scaling->count == 1 ? *scaling->shift : 0.0f);
  const vf scale = splat(scaling->count == 1 ? *scaling->scale : 1.0f);
  for (long row = 0; row < count; row++, y += features) {
    const float *x = source + rows[row] * features;
    if (features > W && row + ROWS_AHEAD < count)
      fetch_row(source + rows[row + ROWS_AHEAD] * features, features * (long)sizeof *x);
    if (scaling->count == 0 && features <= W)
      FOR_VECTORS(i, features, { PUT(y + i, GET(x + i)); });
    else if (scaling->count == 0)
      __builtin_memcpy(y, x, (unsigned long)features * sizeof *y);
    else if (scaling->count == 1)
      FOR_VECTORS(i, features, { PUT(y + i, (GET(x + i) - shift) * scale); });
    else
      FOR_VECTORS(i, features, {
        PUT(y + i, (GET(x + i) - GET(scaling->shift + i)) * GET(scaling->scale + i));
      });
  }
}

INLINE vf get_bytes(const uint8_t *p, int part, long count) {
  vb bytes = {};
  if (part)
    for (long i = 0; i < count; i++) bytes[i] = p[i];
  else
    __builtin_memcpy(&bytes, p, W);
  return __builtin_convertvector(bytes, vf);
}

static void PATH(gather_bytes)(const uint8_t *source, const int32_t *rows, float *y, long count,
                               long features, const ScalingArguments *scaling) {
  const vf shift = splat(scaling->count == 1 ? *scaling->shift : 0.0f);
  const vf scale = splat(scaling->count == 1 ? *scaling->scale : 1.0f);
  for (long row = 0; row < count; row++, y += features) {
    const uint8_t *x = source + rows[row] * features;
    if (row + ROWS_AHEAD < count) fetch_row(source + rows[row + ROWS_AHEAD] * features, features);
    if (scaling->count <= 1)
      FOR_VECTORS(i, features, {
        PUT(y + i, (get_bytes(x + i, part, features - i) - shift) * scale);
      });
    else
      FOR_VECTORS(i, features, {
        const vf byte = get_bytes(x + i, part, features - i);
        PUT(y + i, (byte - GET(scaling->shift + i)) * GET(scaling->scale + i));
      });
  }
}
