// Runs every kernel on every path of the processor over sizes 0 ... 70 and some larger ones, with
// ordinary and odd numbers, and compares all memory with what the plain path leaves. Prints a hash
// of the plain results for each kernel, so that the output of two machines can be compared. The
// exit status is 1 when a path differs. The suites in Tests/TensorEngineTests are the thorough
// ones; this is what runs where only C can be built.
#include "CKernels.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SLICES = 6, ROOM = 1536, GUARD = 33, STRIDE = ROOM + GUARD, WORDS = SLICES * STRIDE };

static const char *const path_names[] = {"plain", "sse2", "avx2", "avx512", "neon"};

// A kernel as it is called here: x are its slices, n and m its sizes, and the slices have ROOM elements.
typedef struct {
  const char *name;
  void (*call)(const KernelTable *k, float **x, long n, long m);
} Case;


static int32_t *numbers_below(float *x, long count, long limit) {
  int32_t *numbers = (int32_t *)(void *)x;
  for (long i = 0; i < count; i++) numbers[i] = (int32_t)(i * 7 % (limit < 1 ? 1 : limit));
  return numbers;
}

// A product without its first rows and columns, of matrices that lie whole.
static void product(const KernelTable *k, float **x, float *c, MatrixProductArguments p,
                    long first_row, long first_column) {
  const int turned = p.form == PRODUCT_ATB, crossed = p.form == PRODUCT_ABT;
  p.a_step = turned ? p.rows : p.depth;
  p.b_step = crossed ? p.depth : p.columns;
  p.c_step = p.columns;
  p.rows -= first_row;
  p.columns -= first_column;
  k->matrix_product(&p, x[0] + first_row * (turned ? 1 : p.a_step),
                    x[1] + first_column * (crossed ? p.b_step : 1), x[2] + first_column,
                    c + first_row * p.c_step + first_column);
}

static void products(const KernelTable *k, float **x, long n, long m) {
  for (int form = PRODUCT_AB; form <= PRODUCT_ABT; form++)
    for (int start = START_ZERO; start <= START_BIAS; start++) {
      product(k, x, x[3], (MatrixProductArguments){form, start, n, m, 9, 0, 0, 0}, 0, 0);
      product(k, x, x[3], (MatrixProductArguments){form, start, m, n, 9, 0, 0, 0}, m / 3, 0);
      product(k, x, x[4], (MatrixProductArguments){form, start, 5, m, n, 0, 0, 0}, 1, m / 2);
    }
}

// Of kernels with some columns, with eight and with one, which have ways of their own.
static void gradients(const KernelTable *k, float **x, long n, long m) {
  const long columns[] = {m, 8, 1}, depth = n < 120 ? n : 120;
  float *const kernels[] = {x[2], x[4], x[5]};
  for (int i = 0; i < 3; i++) {
    const MatrixProductArguments p = {PRODUCT_ATB, START_ZERO, m, columns[i], depth,
                                      m,           columns[i], columns[i]};
    k->dense_gradients(&p, x[0], x[1], kernels[i], x[3] + 64 * i);
  }
}

static void as_doubles(const float *x, double *d, long count) {
  for (long i = 0; i < count; i++) d[i] = (double)x[i] / 3;
}

// What the sums of doubles come to as floats, of parts of a product.
static void double_products(const KernelTable *k, float **x, long n, long m) {
  static double a[ROOM], b[ROOM], c[ROOM * 9];
  if (n * 9 > ROOM) return;
  as_doubles(x[0], a, n * 9);
  as_doubles(x[1], b, 9 * m);
  DoubleProductArguments p = {m, 9, 0, n / 2, 0, m};
  k->double_product(&p, a, b, c);
  p = (DoubleProductArguments){m, 9, n / 2, n, 0, m / 3};
  k->double_product(&p, a, b, c);
  p = (DoubleProductArguments){m, 9, n / 2, n, m / 3, m};
  k->double_product(&p, a, b, c);
  for (long i = 0; i < n * m && i < ROOM; i++) x[3][i] = (float)c[i];
}

// A window over two images; sizes and windows change with n and m.
static WindowArguments window_of(long n, long m) {
  WindowArguments g = {.height = 3 + n % 3, .width = 3 + m % 4, .channels = 1 + n % 5,
                       .filters = 1 + (3 * n + m) % 17, .window_height = 1 + n % 3,
                       .window_width = 1 + m % 3, .stride_y = 1 + n / 3 % 2,
                       .stride_x = 1 + m / 3 % 2};
  g.top = g.window_height > 1 ? n % 2 : 0;
  g.left = g.window_width > 1 ? m % 2 : 0;
  g.out_height = (g.height + 2 * g.top - g.window_height) / g.stride_y + 1;
  g.out_width = (g.width + 2 * g.left - g.window_width) / g.stride_x + 1;
  return g;
}

static WindowArguments pool_of(long n, long m) {
  WindowArguments g = window_of(n, m);
  g.channels = g.filters;
  return g;
}

static float scratch[1 << 18];

#define CALL(name, ...)                                                      \
  static void call_##name(const KernelTable *k, float **x, long n, long m) { \
    (void)m;                                                                 \
    __VA_ARGS__                                                              \
  }
#include "calls.h"
#undef CALL

#define CALL(name, ...) {#name, call_##name},
static const Case cases[] = {
#include "calls.h"
};
#undef CALL
enum { CASES = sizeof cases / sizeof *cases };
_Static_assert(CASES == sizeof(KernelTable) / sizeof(void (*)(void)),
               "each kernel of the table needs a call in calls.h");

static uint64_t state;
static uint64_t next(void) {
  uint64_t z = state += 0x9E3779B97F4A7C15u;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  return z ^ (z >> 31);
}

static float number(int kind) {
  static const uint32_t special[] = {0,          0x80000000, 0x3f800000, 0xbf800000, 1,
                                     0x80000001, 0x00800000, 0x007fffff, 0x7f7fffff, 0xff7fffff,
                                     0x7f800000, 0xff800000, 0x7fc00000, 0x42b19999, 0xc2cfcccd};
  const uint64_t word = next();
  const float between = (float)(word >> 40) * 0x1p-22f - 2;
  uint32_t bits = (uint32_t)(word >> 32);
  if (kind == 0) return between;
  if (kind == 1) return between * 0x1p-63f * (word & 1 ? 0x1p-63f : 1);
  if (kind == 2) bits = special[(word >> 33) % (sizeof special / sizeof *special)];
  float x;
  memcpy(&x, &bits, sizeof x);
  return x;
}

static uint32_t block[WORDS + 16], expected[WORDS];

static void run(const KernelTable *k, const Case *c, long n, long m, int kind, uint32_t *result) {
  float *x[SLICES], *words = (float *)(void *)(block + 1 + (n + m) % 15);
  state = (uint64_t)(n * 1000 + m * 10 + kind);
  for (long i = 0; i < WORDS; i++) words[i] = number(kind);
  for (int i = 0; i < SLICES; i++) x[i] = words + i * STRIDE;
  c->call(k, x, n, m);
  memcpy(result, words, WORDS * sizeof *result);
  for (long i = 0; i < WORDS; i++)
    if ((result[i] & 0x7fffffff) > 0x7f800000) result[i] = 0x7fc00000;
}

static uint64_t hash(uint64_t sum, const uint32_t *words) {
  for (long i = 0; i < WORDS; i++) sum = (sum ^ words[i]) * 0x100000001b3u;
  return sum;
}

static int check(const Case *c, int path_count) {
  static const long sizes[] = {96, 127, 200, 257};
  static uint32_t actual[WORDS];
  uint64_t sum = 0xcbf29ce484222325u;
  int wrong = 0;
  for (long i = 0; i < 75; i++) {
    const long n = i < 71 ? i : sizes[i - 71];
    const long m = 1 + (i * 5) % (n > 70 ? 3 : 13);
    const int kind = (int)(i & 3);
    run(kernel_table(KERNEL_PLAIN), c, n, m, kind, expected);
    sum = hash(sum, expected);
    for (int path = 1; path < path_count; path++) {
      const KernelTable *k = kernel_table(path);
      if (!k) continue;
      run(k, c, n, m, kind, actual);
      if (memcmp(actual, expected, sizeof actual) == 0) continue;
      printf("%s, %s, %ld, %ld, numbers %d: differs from plain\n", path_names[path], c->name, n,
             m, kind);
      wrong = 1;
    }
  }
  printf("%-36s %016llx\n", c->name, (unsigned long long)sum);
  return wrong;
}

int main(void) {
  int wrong = 0;
  const int path_count = sizeof path_names / sizeof *path_names;
  for (int path = 0; path < path_count; path++)
    if (kernel_table(path)) fprintf(stderr, " %s", path_names[path]);
  fprintf(stderr, "\n");
  for (int i = 0; i < CASES; i++) wrong |= check(&cases[i], path_count);
  return wrong;
}
