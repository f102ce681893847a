// Large products: b passes by in blocks that stay in the second cache, copied to where their
// panels follow each other.
//
// Where rows lie far apart, each is on another page of memory and, at steps that are powers of
// two, in the same few places of a cache. The sums of one block are stored and taken up again by
// the next: the same chains.

// The elements of a block, on the stack of whoever multiplies, and its depths: fewer where rows
// of a are copied as well, so many at a time, so that more columns share them. Processors with
// the widest vectors have a second cache of 1 MB and more, others of 512 KB or less, as have the
// stacks of Apple's threads.
#if W > 8 && !defined(__APPLE__)
#define COPIED_ELEMENTS 131072
#else
#define COPIED_ELEMENTS 65536
#endif
#define COPIED_DEPTHS 512
#define TURNED_DEPTHS 256
#define TURNED_ROWS 30

// Whether the copies pay: where b does not fit into the second cache, or is turned on its way.
#define IS_LARGE(rows, columns, depth, transposed)                    \
  ((rows) >= 96 && (depth) >= 64 && (columns) >= 4 * PANEL &&         \
   (columns) * (depth) > ((transposed) ? 200000 : 600000))

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

// Copies a block of b, panel after panel; a panel that is not full has rows of whole vectors.
static void PATH(copy_block)(const float *b, long b_step, long depth, long columns,
                             const int transposed, float *packed) {
  const long full = columns / PANEL, rest = columns % PANEL;
  if (transposed) {
    for (long j = 0; j < full; j++)
      pack_transposed(b + j * PANEL * b_step, b_step, depth, PANEL, packed + j * depth * PANEL);
    if (rest > 0)
      pack_transposed(b + full * PANEL * b_step, b_step, depth, rest,
                      packed + full * depth * PANEL);
    return;
  }
  for (long d = 0; d < depth; d++)
    for (long j = 0; j < full; j++)
      UNROLLED for (int v = 0; v < TILE_VECTORS; v++)
        store(packed + (j * depth + d) * PANEL + v * W, load(b + d * b_step + j * PANEL + v * W));
  if (rest > 0)
    pack(b + full * PANEL, b_step, depth, rest, packed + full * depth * PANEL);
}

// Rows of the result times a copied block, which `rows` has as its b: some rows of a stay in the
// first cache while the panels pass, and what the next tile begins from is fetched meanwhile.
static void PATH(copied_product)(const Block *rows) {
  const long most = TILE_ROWS(TILE_VECTORS), strips = (rows->rows + most - 1) / most;
  const long size = rows->rows / strips, full = rows->columns / PANEL * PANEL;
  long larger = rows->rows % strips;
  Block block = *rows;
  block.columns = block.b_step = PANEL;
  for (long i = 0; i < rows->rows; i += block.rows) {
    block.rows = size + (larger-- > 0);
    block.a = rows->a + i * rows->row_step;
    for (long j = 0; j < full; j += PANEL) {
      block.b = rows->b + j * rows->depth;
      block.c = rows->c + i * rows->c_step + j;
      block.next = j + PANEL < full ? PANEL : block.rows * rows->c_step - j;
      if (rows->from) block.from = rows->from + i * rows->from_step + j;
      PATH(panels)(&block);
    }
  }
  if (full == rows->columns) return;
  block = *rows;
  block.columns = rows->columns - full;
  block.b = rows->b + full * rows->depth;
  block.b_step = (block.columns + W - 1) / W * W;
  block.c = rows->c + full;
  if (rows->from) block.from = rows->from + full;
  PATH(panels)(&block);
}

// The same where the elements of a column of a lie beside each other: they are copied as well.
static void PATH(turned_product)(const Block *rows) {
  float packed[TURNED_DEPTHS * ((TURNED_ROWS + W - 1) / W * W)] __attribute__((aligned(64)));
  Block block = *rows;
  block.a = packed;
  for (long i = 0; i < rows->rows; i += TURNED_ROWS) {
    block.rows = rows->rows - i < TURNED_ROWS ? rows->rows - i : TURNED_ROWS;
    block.depth_step = (block.rows + W - 1) / W * W;
    pack(rows->a + i, rows->depth_step, rows->depth, block.rows, packed);
    block.c = rows->c + i * rows->c_step;
    if (rows->from) block.from = rows->from + i * rows->from_step;
    PATH(copied_product)(&block);
  }
}

static __attribute__((noinline)) void PATH(large_product)(const Block *whole,
                                                          const int transposed) {
  float packed[COPIED_ELEMENTS] __attribute__((aligned(64)));
  const int turned = whole->depth_step > 1;
  const long depths = turned ? TURNED_DEPTHS : COPIED_DEPTHS, columns = COPIED_ELEMENTS / depths;
  const long parts = (whole->depth + depths - 1) / depths;
  const long size = (whole->depth + parts - 1) / parts;
  Block block = *whole;
  block.b = packed;
  for (long j = 0; j < whole->columns; j += columns) {
    const long left = whole->columns - j;
    block.columns = left < columns ? left : columns;
    block.c = whole->c + j;
    for (long k = 0; k < whole->depth; k += size) {
      block.depth = whole->depth - k < size ? whole->depth - k : size;
      block.whole_depths = block.depth;
      block.a = whole->a + k * whole->depth_step;
      block.from = k > 0 ? block.c : whole->from ? whole->from + j : 0;
      block.from_step = k > 0 ? whole->c_step : whole->from_step;
      PATH(copy_block)(whole->b + (transposed ? j * whole->b_step + k : k * whole->b_step + j),
                       whole->b_step, block.depth, block.columns, transposed, packed);
      if (turned)
        PATH(turned_product)(&block);
      else
        PATH(copied_product)(&block);
    }
  }
}
