#include "plain.h"
#include "functions.h"
#include "../shared/windows.h"

// The number of the first of the greatest values of a window.
static long greatest_of(const WindowArguments *g, Window w, const float *x, long c) {
  long best = w.first;
  for (long row = 0; row < w.rows; row++)
    for (long column = 0; column < w.columns; column++) {
      const long at = w.first + row * g->width + column;
      if (x[at * g->channels + c] > x[best * g->channels + c]) best = at;
    }
  return best;
}

void plain_max_pooling(const WindowArguments *g, const float *x, float *y, long first, long end) {
  FOR_OUTPUTS(g, first, end) {
    const Window w = window_at(g, n, oy, ox);
    float *out = y + output_at(g, n, oy, ox) * g->channels;
    for (long c = 0; c < g->channels; c++)
      out[c] = x[greatest_of(g, w, x, c) * g->channels + c];
  }
}

void plain_max_pooling_backward(const WindowArguments *g, const float *x, const float *dy,
                                float *dx, long first, long end, int rectified) {
  clear_images(g, dx, first, end);
  FOR_OUTPUTS(g, first, end) {
    const Window w = window_at(g, n, oy, ox);
    const float *gradient = dy + output_at(g, n, oy, ox) * g->channels;
    for (long c = 0; c < g->channels; c++) {
      const long best = greatest_of(g, w, x, c) * g->channels + c;
      dx[best] += rectified && !is_positive(x[best]) ? 0.0f : gradient[c];
    }
  }
}

void plain_average_pooling(const WindowArguments *g, const float *x, float *y, long first,
                           long end) {
  FOR_OUTPUTS(g, first, end) {
    const Window w = window_at(g, n, oy, ox);
    float *out = y + output_at(g, n, oy, ox) * g->channels;
    for (long c = 0; c < g->channels; c++) {
      float sum = 0.0f;
      for (long row = 0; row < w.rows; row++)
        for (long column = 0; column < w.columns; column++)
          sum += x[(w.first + row * g->width + column) * g->channels + c];
      out[c] = sum / (float)(w.rows * w.columns);
    }
  }
}

void plain_average_pooling_backward(const WindowArguments *g, const float *dy, float *dx,
                                    long first, long end) {
  clear_images(g, dx, first, end);
  FOR_OUTPUTS(g, first, end) {
    const Window w = window_at(g, n, oy, ox);
    const float *gradient = dy + output_at(g, n, oy, ox) * g->channels;
    for (long row = 0; row < w.rows; row++)
      for (long column = 0; column < w.columns; column++)
        for (long c = 0; c < g->channels; c++)
          dx[(w.first + row * g->width + column) * g->channels + c] +=
              gradient[c] / (float)(w.rows * w.columns);
  }
}
