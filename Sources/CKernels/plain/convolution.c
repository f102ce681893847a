#include "plain.h"
#include "functions.h"
#include "../shared/windows.h"

long convolution_scratch(const WindowArguments *g) {
  const long row = looked_at_width(g) * g->channels;
  const long back = (zeros_before(g) + g->out_width + zeros_behind(g)) * g->filters;
  const long weights = g->window_height * g->window_width * g->filters * whole_channels(g);
  return most(near_rows(row, g->window_height) * row,
              weights + near_rows(back, g->window_height) * back);
}

static float sum_of_window(const WindowArguments *g, const float *x, const float *kernel,
                           float sum, long n, long oy, long ox, long f) {
  for (long ky = 0; ky < g->window_height; ky++) {
    const long iy = oy * g->stride_y - g->top + ky;
    if (iy < 0 || iy >= g->height) continue;
    for (long kx = 0; kx < g->window_width; kx++) {
      const long ix = ox * g->stride_x - g->left + kx;
      const int inside = ix >= 0 && ix < g->width;
      const float *pixel = x + ((n * g->height + iy) * g->width + ix) * g->channels;
      const float *weights = kernel + (ky * g->window_width + kx) * g->channels * g->filters + f;
      for (long c = 0; c < g->channels; c++)
        sum = fused(inside ? pixel[c] : 0.0f, weights[c * g->filters], sum);
    }
  }
  return sum;
}

void plain_convolution(const WindowArguments *g, const float *x, const float *kernel,
                       const float *bias, float *y, long first, long end, int rectified,
                       float *scratch) {
  (void)scratch;
  FOR_OUTPUTS(g, first, end) {
    float *out = y + output_at(g, n, oy, ox) * g->filters;
    for (long f = 0; f < g->filters; f++) {
      const float sum = sum_of_window(g, x, kernel, bias ? bias[f] : 0.0f, n, oy, ox, f);
      out[f] = rectified && !is_positive(sum) ? 0.0f : sum;
    }
  }
}

// The sum for one value of the input: over the outputs whose windows hold it, in their order.
static float by_input(const WindowArguments *g, const float *dy, const float *kernel, long iy,
                      long ix, long c) {
  float sum = 0.0f;
  for (long ky = g->window_height - 1; ky >= 0; ky--) {
    const long down = iy + g->top - ky;
    if (down < 0 || down % g->stride_y != 0 || down / g->stride_y >= g->out_height) continue;
    for (long kx = g->window_width - 1; kx >= 0; kx--) {
      const long across = ix + g->left - kx;
      if (across % g->stride_x != 0) continue;
      const long ox = across / g->stride_x;
      const int inside = across >= 0 && ox < g->out_width;
      const float *gradient = dy + (down / g->stride_y * g->out_width + ox) * g->filters;
      const float *weights =
          kernel + ((ky * g->window_width + kx) * g->channels + c) * g->filters;
      for (long f = 0; f < g->filters; f++)
        sum = fused(inside ? gradient[f] : 0.0f, weights[f], sum);
    }
  }
  return sum;
}

void plain_convolution_by_input(const WindowArguments *g, const float *dy, const float *kernel,
                                float *dx, long first, long end, float *scratch) {
  (void)scratch;
  for (long n = first; n < end; n++)
    for (long iy = 0; iy < g->height; iy++)
      for (long ix = 0; ix < g->width; ix++)
        for (long c = 0; c < g->channels; c++)
          dx[((n * g->height + iy) * g->width + ix) * g->channels + c] =
              by_input(g, dy + n * g->out_height * g->out_width * g->filters, kernel, iy, ix, c);
}

// The sum for one weight, over all outputs in their order.
static float by_kernel(const WindowArguments *g, const float *x, const float *dy, long examples,
                       long row, long f) {
  const long c = row % g->channels;
  const long kx = row / g->channels % g->window_width;
  const long ky = row / g->channels / g->window_width;
  float sum = 0.0f;
  FOR_OUTPUTS(g, 0, examples) {
    const long iy = oy * g->stride_y - g->top + ky, ix = ox * g->stride_x - g->left + kx;
    if (iy < 0 || iy >= g->height) continue;
    const int inside = ix >= 0 && ix < g->width;
    const float value =
        inside ? x[((n * g->height + iy) * g->width + ix) * g->channels + c] : 0.0f;
    sum = fused(value, dy[output_at(g, n, oy, ox) * g->filters + f], sum);
  }
  return sum;
}

void plain_convolution_by_kernel(const WindowArguments *g, const float *x, const float *dy,
                                 float *dkernel, float *dbias, long examples, long first,
                                 long end, float *scratch) {
  (void)scratch;
  for (long row = first; row < end; row++)
    for (long f = 0; f < g->filters; f++)
      dkernel[row * g->filters + f] = by_kernel(g, x, dy, examples, row, f);
  if (!dbias) return;
  for (long f = 0; f < g->filters; f++) {
    float sum = 0.0f;
    FOR_OUTPUTS(g, 0, examples) sum += dy[output_at(g, n, oy, ox) * g->filters + f];
    dbias[f] = sum;
  }
}
