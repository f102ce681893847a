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

INLINE void greatest_pixels(const long rows, const long columns, const float *x, float *y,
                            long down, long across) {
  FOR_VECTORS(c, across, {
    vf best = GET(x + c);
    FOR_PIXELS(rows, columns, best = greater(GET(x + pixel + c), best););
    PUT(y + c, best);
  });
}

static void PATH(max_pooling)(const WindowArguments *g, const float *x, float *y, long first,
                              long end) {
  const long across = g->channels, down = g->width * across;
  FOR_OUTPUTS(g, first, end) {
    const Window w = window_at(g, n, oy, ox);
    const float *from = x + w.first * across;
    float *to = y + output_at(g, n, oy, ox) * across;
    if (w.rows == 2 && w.columns == 2)
      greatest_pixels(2, 2, from, to, down, across);
    else
      greatest_pixels(w.rows, w.columns, from, to, down, across);
  }
}

// Adds the gradient to the first of the greatest; where windows are apart, dx is only written.
INLINE void send_back(const long rows, const long columns, const int apart, const float *x,
                      const float *dy, float *dx, long down, long across, int rectified) {
  FOR_VECTORS(c, across, {
    vf best = GET(x + c);
    vi place = {};
    FOR_PIXELS(rows, columns, {
      const vf value = GET(x + pixel + c);
      const vi more = value > best;
      best = select(more, value, best);
      place = (more & number) | (~more & place);
    });
    vf gradient = GET(dy + c);
    if (rectified) gradient = select(is_positive(best), gradient, (vf){});
    FOR_PIXELS(rows, columns, {
      const vf old = apart ? (vf){} : GET(dx + pixel + c);
      PUT(dx + pixel + c, old + select(place == number, gradient, (vf){}));
    });
  });
}

static void PATH(max_pooling_backward)(const WindowArguments *g, const float *x, const float *dy,
                                       float *dx, long first, long end, int rectified) {
  const long across = g->channels, down = g->width * across;
  const int apart = g->stride_y >= g->window_height && g->stride_x >= g->window_width;
  const int covered = apart && g->stride_y == g->window_height &&
                      g->stride_x == g->window_width && g->top == 0 && g->left == 0 &&
                      g->out_height * g->stride_y == g->height &&
                      g->out_width * g->stride_x == g->width;
  if (!covered) clear_images(g, dx, first, end);
  FOR_OUTPUTS(g, first, end) {
    const Window w = window_at(g, n, oy, ox);
    const float *from = x + w.first * across, *sent = dy + output_at(g, n, oy, ox) * across;
    float *to = dx + w.first * across;
    if (apart && w.rows == 2 && w.columns == 2)
      send_back(2, 2, 1, from, sent, to, down, across, rectified);
    else
      send_back(w.rows, w.columns, apart, from, sent, to, down, across, rectified);
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
