// Where windows lie on images: what pooling looks at, and how convolutions walk.
#ifndef OVERFIT_WINDOWS_H
#define OVERFIT_WINDOWS_H

#include "../include/CKernels.h"

// The part of a window that lies on the image.
typedef struct {
  long first;          // the number of its first pixel, over all examples
  long rows, columns;  // how many pixels it has down and across
} Window;

static inline long least(long a, long b) { return a < b ? a : b; }
static inline long most(long a, long b) { return a > b ? a : b; }

static inline Window window_at(const WindowArguments *g, long n, long oy, long ox) {
  const long y = oy * g->stride_y - g->top, x = ox * g->stride_x - g->left;
  const long top = most(y, 0), left = most(x, 0);
  return (Window){.first = (n * g->height + top) * g->width + left,
                  .rows = least(y + g->window_height, g->height) - top,
                  .columns = least(x + g->window_width, g->width) - left};
}

// The number of an output pixel, over all examples.
static inline long output_at(const WindowArguments *g, long n, long oy, long ox) {
  return (n * g->out_height + oy) * g->out_width + ox;
}

// Runs the statement for each output n, oy, ox of the examples first ..< end, in order.
#define FOR_OUTPUTS(g, first, end)                 \
  for (long n = (first); n < (end); n++)           \
    for (long oy = 0; oy < (g)->out_height; oy++)  \
      for (long ox = 0; ox < (g)->out_width; ox++)

// The same for each row n, oy of outputs.
#define FOR_OUTPUT_ROWS(g, first, end)    \
  for (long n = (first); n < (end); n++)  \
    for (long oy = 0; oy < (g)->out_height; oy++)

// Whether each window lies whole on the image.
static inline int are_windows_inside(const WindowArguments *g) {
  return g->top == 0 && g->left == 0 &&
         (g->out_height - 1) * g->stride_y + g->window_height <= g->height &&
         (g->out_width - 1) * g->stride_x + g->window_width <= g->width;
}

// Zeros for the images first ..< end.
static inline void clear_images(const WindowArguments *g, float *x, long first, long end) {
  const long size = g->height * g->width * g->channels;
  if (end > first)
    __builtin_memset(x + first * size, 0, (unsigned long)((end - first) * size) * sizeof *x);
}

// How many rows (or columns) ky of a window with ky % stride == phase there are.
static inline long phase_count(long window, long stride, long phase) {
  return phase < window ? (window - phase - 1) / stride + 1 : 0;
}

// The columns that a row of outputs looks at, padding included.
static inline long looked_at_width(const WindowArguments *g) {
  return (g->out_width - 1) * g->stride_x + g->window_width;
}

static inline int is_padded_across(const WindowArguments *g) {
  return g->left > 0 || looked_at_width(g) > g->width;
}

// The zeros before and behind a row of dy that a row of dx looks at.
static inline long zeros_before(const WindowArguments *g) {
  return (g->window_width - 1) / g->stride_x;
}
static inline long zeros_behind(const WindowArguments *g) {
  return most((g->width - 1 + g->left) / g->stride_x - (g->out_width - 1), 0);
}

// Channels, rounded up to whole vectors of every path.
static inline long whole_channels(const WindowArguments *g) { return (g->channels + 15) / 16 * 16; }

// How many rows of an image are worked on together: those that stay in the first cache, and at
// least a window.
#define NEAR_FLOATS 8192
static inline long near_rows(long row, long window) {
  return most(NEAR_FLOATS / most(row, 1), window);
}

#endif
