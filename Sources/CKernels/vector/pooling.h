// Pooling: the lanes are channels of one window.

// Runs the statement for each pixel of a window: `pixel` is its offset, `number` its number.
#define FOR_PIXELS(rows, columns, ...)                                    \
  do {                                                                    \
    int32_t number = 0;                                                   \
    for (long row = 0; row < (rows); row++)                               \
      for (long column = 0; column < (columns); column++, number++) {     \
        const long pixel = row * down + column * across;                  \
        __VA_ARGS__                                                       \
      }                                                                   \
  } while (0)

// The windows of a row, each so many floats behind the one before: of one, step is of no account.
INLINE void greatest_pixels(const long rows, const long columns, const float *x, float *y,
                            long windows, long step, long down, long across) {
  FOR_VECTORS(c, across, {
    const float *from = x + c;
    float *to = y + c;
    for (long i = 0; i < windows; i++, from += step, to += across) {
      vf best = GET(from);
      FOR_PIXELS(rows, columns, best = greater(GET(from + pixel), best););
      PUT(to, best);
    }
  });
}

static void PATH(max_pooling)(const WindowArguments *g, const float *x, float *y, long first,
                              long end) {
  const long across = g->channels, down = g->width * across, step = g->stride_x * across;
  if (g->window_height == 2 && g->window_width == 2 && are_windows_inside(g)) {
    FOR_OUTPUT_ROWS(g, first, end)
      greatest_pixels(2, 2, x + window_at(g, n, oy, 0).first * across,
                      y + output_at(g, n, oy, 0) * across, g->out_width, step, down, across);
    return;
  }
  FOR_OUTPUTS(g, first, end) {
    const Window w = window_at(g, n, oy, ox);
    greatest_pixels(w.rows, w.columns, x + w.first * across,
                    y + output_at(g, n, oy, ox) * across, 1, step, down, across);
  }
}

// Adds the gradients to the first of the greatest; where windows are apart, dx is only written.
INLINE void send_back(const long rows, const long columns, const int apart, const float *x,
                      const float *dy, float *dx, long windows, long step, long down, long across,
                      int rectified) {
  FOR_VECTORS(c, across, {
    const float *from = x + c;
    const float *sent = dy + c;
    float *to = dx + c;
    for (long i = 0; i < windows; i++, from += step, sent += across, to += step) {
      vf best = GET(from);
      vi place = {};
      FOR_PIXELS(rows, columns, {
        const vf value = GET(from + pixel);
        const vi more = value > best;
        best = select(more, value, best);
        place = (more & number) | (~more & place);
      });
      vf gradient = GET(sent);
      if (rectified) gradient = select(is_positive(best), gradient, (vf){});
      FOR_PIXELS(rows, columns, {
        const vf old = apart ? (vf){} : GET(to + pixel);
        PUT(to + pixel, old + select(place == number, gradient, (vf){}));
      });
    }
  });
}

// Zeros for the pixels of the images first ..< end that windows of two by two, side by side, leave
// out: behind the last of each row, and below the last row.
static void PATH(clear_rest)(const WindowArguments *g, float *x, long first, long end) {
  const long across = g->channels, row = g->width * across, covered = 2 * g->out_width * across;
  for (long n = first; n < end; n++) {
    float *const image = x + n * g->height * row;
    for (long y = 0; covered < row && y < 2 * g->out_height; y++)
      plain_fill(image + y * row + covered, row - covered, 0.0f);
    const long below = (g->height - 2 * g->out_height) * row;
    plain_fill(image + 2 * g->out_height * row, below, 0.0f);
  }
}

static void PATH(max_pooling_backward)(const WindowArguments *g, const float *x, const float *dy,
                                       float *dx, long first, long end, int rectified) {
  const long across = g->channels, down = g->width * across, step = g->stride_x * across;
  const int apart = g->stride_y >= g->window_height && g->stride_x >= g->window_width;
  if (are_windows_inside(g) && g->window_height == 2 && g->window_width == 2 &&
      g->stride_y == 2 && g->stride_x == 2) {
    PATH(clear_rest)(g, dx, first, end);
    FOR_OUTPUT_ROWS(g, first, end) {
      const long at = window_at(g, n, oy, 0).first * across;
      send_back(2, 2, 1, x + at, dy + output_at(g, n, oy, 0) * across, dx + at, g->out_width, step,
                down, across, rectified);
    }
    return;
  }
  clear_images(g, dx, first, end);
  FOR_OUTPUTS(g, first, end) {
    const Window w = window_at(g, n, oy, ox);
    const long at = w.first * across;
    send_back(w.rows, w.columns, apart, x + at, dy + output_at(g, n, oy, ox) * across, dx + at, 1,
              step, down, across, rectified);
  }
}

static void PATH(average_pooling)(const WindowArguments *g, const float *x, float *y, long first,
                                  long end) {
  const long across = g->channels, down = g->width * across;
  FOR_OUTPUTS(g, first, end) {
    const Window w = window_at(g, n, oy, ox);
    const float *from = x + w.first * across;
    float *to = y + output_at(g, n, oy, ox) * across;
    FOR_VECTORS(c, across, {
      vf sum = {};
      FOR_PIXELS(w.rows, w.columns, sum += GET(from + pixel + c););
      PUT(to + c, sum / (float)(w.rows * w.columns));
    });
  }
}

static void PATH(average_pooling_backward)(const WindowArguments *g, const float *dy, float *dx,
                                           long first, long end) {
  const long across = g->channels, down = g->width * across;
  clear_images(g, dx, first, end);
  FOR_OUTPUTS(g, first, end) {
    const Window w = window_at(g, n, oy, ox);
    const float *sent = dy + output_at(g, n, oy, ox) * across;
    float *to = dx + w.first * across;
    FOR_VECTORS(c, across, {
      const vf gradient = GET(sent + c) / (float)(w.rows * w.columns);
      FOR_PIXELS(w.rows, w.columns,
                 PUT(to + pixel + c, GET(to + pixel + c) + gradient););
    });
  }
}
