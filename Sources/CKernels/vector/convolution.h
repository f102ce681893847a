// Convolutions and their gradients, as strips, without a copy of the windows.
//
// Only rows of an image that need zeros beside them are copied, as many as stay near, and the
// kernel is turned once for the gradient dx.

#include "strips.h"

// The rows ky of a window that lie on the image.
typedef struct {
  long first, end;
} Taps;

INLINE Taps taps_of(const WindowArguments *g, long oy) {
  const long y = oy * g->stride_y - g->top;
  return (Taps){most(-y, 0), least(g->window_height, g->height - y)};
}

// The rows of an image as a strip reads them: where they lie, or, if they need zeros beside them,
// a copy of as many as stay near.
typedef struct {
  const float *image;
  long height, pixels, channels;
  int padded;
  long before, width;  // zeros before a row, and pixels of a row with all its zeros
  float *copy;
  long capacity, first, end;  // how many rows the copy takes, and which ones it holds
} Rows;

INLINE void set_image(Rows *r, const float *image) {
  r->image = image;
  r->first = r->end = 0;
}

static void PATH(copy_rows)(Rows *r, long from) {
  const long channels = r->channels, taken = most(least(r->pixels, r->width - r->before), 0);
  const long behind = r->width - r->before - taken;
  r->first = from;
  r->end = least(r->height, from + r->capacity);
  float *to = r->copy;
  for (long row = from; row < r->end; row++, to += r->width * channels) {
    __builtin_memset(to, 0, (unsigned long)(r->before * channels) * sizeof *to);
    __builtin_memcpy(to + r->before * channels, r->image + row * r->pixels * channels,
                     (unsigned long)(taken * channels) * sizeof *to);
    __builtin_memset(to + (r->before + taken) * channels, 0,
                     (unsigned long)(behind * channels) * sizeof *to);
  }
}

// The first of the rows from ..< to, of which the copy takes all.
INLINE const float *rows_at(Rows *r, long from, long to) {
  if (!r->padded) return r->image + from * r->pixels * r->channels;
  if (from < r->first || to > r->end) PATH(copy_rows)(r, from);
  return r->copy + (from - r->first) * r->width * r->channels;
}

INLINE Rows input_rows(const WindowArguments *g, float *scratch) {
  const int padded = is_padded_across(g);
  const long width = padded ? looked_at_width(g) : g->width;
  return (Rows){.height = g->height, .pixels = g->width, .channels = g->channels,
                .padded = padded, .before = g->left, .width = width, .copy = scratch,
                .capacity = near_rows(width * g->channels, g->window_height)};
}

static void PATH(convolution)(const WindowArguments *g, const float *x, const float *kernel,
                              const float *bias, float *y, long first, long end, int rectified,
                              float *scratch) {
  Rows rows = input_rows(g, scratch);
  const long depth = g->window_width * g->channels;
  Strip s = {.row_step = g->stride_x * g->channels, .depth_step = 1,
             .tap_step = rows.width * g->channels, .b_step = g->filters,
             .b_tap_step = depth * g->filters, .from = bias, .c_step = g->filters,
             .rows = g->out_width, .columns = g->filters, .depth = depth,
             .rectified = rectified};
  for (long n = first; n < end; n++) {
    set_image(&rows, x + n * g->height * g->width * g->channels);
    for (long oy = 0; oy < g->out_height; oy++) {
      const Taps taps = taps_of(g, oy);
      const long iy = oy * g->stride_y - g->top;
      s.taps = taps.end - taps.first;
      s.a = rows_at(&rows, iy + taps.first, iy + taps.end);
      s.b = kernel + taps.first * s.b_tap_step;
      s.c = y + output_at(g, n, oy, 0) * g->filters;
      PATH(strip)(&s);
    }
  }
}

// For each phase of the strides, the kernel's taps in the order of the outputs that use them:
// [taps down, taps across, filters, whole channels].
static void PATH(turn_kernel)(const WindowArguments *g, const float *kernel, float *turned) {
  const long whole = whole_channels(g);
  for (long py = 0; py < g->stride_y; py++)
    for (long px = 0; px < g->stride_x; px++)
      for (long ty = phase_count(g->window_height, g->stride_y, py) - 1; ty >= 0; ty--)
        for (long tx = phase_count(g->window_width, g->stride_x, px) - 1; tx >= 0; tx--) {
          const long tap = (py + ty * g->stride_y) * g->window_width + px + tx * g->stride_x;
          const float *weights = kernel + tap * g->channels * g->filters;
          for (long c = 0; c < whole; c += W)
            for (long f = 0; f < g->filters; f += W) {
              const long width = least(g->filters - f, W);
              vf columns[W];
              if (c < g->channels)
                load_columns(weights + c * g->filters + f, g->filters,
                             least(g->channels - c, W), width, columns);
              else
                for (int k = 0; k < W; k++) columns[k] = (vf){};
              for (long k = 0; k < width; k++) store(turned + (f + k) * whole + c, columns[k]);
            }
          turned += g->filters * whole;
        }
}

// A row of dx: the pixels of each phase across are a strip of their own. `dy` is the first row of
// outputs that looks at it, `weights` the turned kernel of the phase down, of which the taps
// `down` count.
INLINE void row_by_input(const WindowArguments *g, Strip s, const float *weights, long all_down,
                         Taps down, const float *dy, float *dx) {
  const long step = g->filters * s.b_step;
  s.taps = down.end - down.first;
  for (long px = 0; px < g->stride_x; px++) {
    const long across = phase_count(g->window_width, g->stride_x, px);
    const long ix = ((px - g->left) % g->stride_x + g->stride_x) % g->stride_x;
    if (ix < g->width) {
      s.a = dy + ((ix + g->left) / g->stride_x - most(across - 1, 0)) * g->filters;
      s.depth = across * g->filters;
      s.b_tap_step = across * step;
      s.b = weights + down.first * s.b_tap_step;
      s.c = dx + ix * g->channels;
      s.rows = (g->width - 1 - ix) / g->stride_x + 1;
      PATH(strip)(&s);
    }
    weights += all_down * across * step;
  }
}

static void PATH(convolution_by_input)(const WindowArguments *g, const float *dy,
                                       const float *kernel, float *dx, long first, long end,
                                       float *scratch) {
  const long whole = whole_channels(g), width = zeros_before(g) + g->out_width + zeros_behind(g);
  const long tap_floats = g->window_width * g->filters * whole;
  Rows rows = {.height = g->out_height, .pixels = g->out_width, .channels = g->filters,
               .padded = width > g->out_width, .before = zeros_before(g), .width = width,
               .copy = scratch + g->window_height * tap_floats,
               .capacity = near_rows(width * g->filters, g->window_height)};
  const Strip s = {.row_step = g->filters, .depth_step = 1, .tap_step = width * g->filters,
                   .b_step = whole, .c_step = g->stride_x * g->channels, .columns = g->channels};
  if (end > first) PATH(turn_kernel)(g, kernel, scratch);
  for (long n = first; n < end; n++) {
    set_image(&rows, dy + output_at(g, n, 0, 0) * g->filters);
    for (long iy = 0; iy < g->height; iy++) {
      const long phase = (iy + g->top) % g->stride_y;
      const long all_down = phase_count(g->window_height, g->stride_y, phase);
      const long oy = (iy + g->top) / g->stride_y - (all_down - 1), above = most(-oy, 0);
      const Taps down = {above, most(least(all_down, g->out_height - oy), above)};
      const float *weights = scratch;
      for (long py = 0; py < phase; py++)
        weights += phase_count(g->window_height, g->stride_y, py) * tap_floats;
      row_by_input(g, s, weights, all_down, down,
                   rows_at(&rows, oy + down.first, oy + down.end) + rows.before * g->filters,
                   dx + (n * g->height + iy) * g->width * g->channels);
    }
  }
}

// Rows of dkernel that are few a tap: `per` of each of `taps` taps, tap_width apart in x, and the
// sums of dy where they are wanted. They share the pass over dy, which is too short for one tap.
INLINE void narrow_tile(const int taps, const int per, const int masked, const Strip *s,
                        long tap_width, float *dbias, long j, lane_mask mask) {
  vf sums[10], total = dbias ? get(dbias + j, masked, mask) : (vf){};
  ALL_LANES for (int r = 0; r < taps * per; r++)
    sums[r] = get(s->c + r * s->c_step + j, masked, mask);
  const float *a = s->a, *b = s->b + j;
  for (long row = 0; row < s->taps; row++, a += s->tap_step, b += s->b_tap_step) {
    const float *p[3] = {a, a + tap_width, a + 2 * tap_width}, *q = b;
    for (long depth = s->depth; depth > 0; depth--, q += s->b_step) {
      const vf gradient = get(q, masked, mask);
      total += gradient;
      ALL_LANES for (int r = 0; r < taps * per; r++)
        sums[r] = fma_lanes(splat(p[r / per][r % per]), gradient, sums[r]);
      ALL_LANES for (int k = 0; k < taps; k++) p[k] += s->depth_step;
    }
  }
  if (dbias) put(dbias + j, total, masked, mask);
  ALL_LANES for (int r = 0; r < taps * per; r++)
    put(s->c + r * s->c_step + j, sums[r], masked, mask);
}

static void PATH(narrow_strip)(const Strip *s, long per, long tap_width, float *dbias) {
  for (long j = 0; j < s->columns; j += W) {
    const int part = j + W > s->columns;
    const lane_mask mask = mask_of(part ? s->columns - j : 1);
    if (per == 3 && part)
      narrow_tile(3, 3, 1, s, tap_width, dbias, j, mask);
    else if (per == 3)
      narrow_tile(3, 3, 0, s, tap_width, dbias, j, mask);
    else if (part)
      narrow_tile(2, 5, 1, s, tap_width, dbias, j, mask);
    else
      narrow_tile(2, 5, 0, s, tap_width, dbias, j, mask);
  }
}

// Rows of dkernel, those of first ..< end that belong to the taps down: the rows of one tap are
// a strip. `x` is the first row of pixels of these taps.
INLINE void rows_by_kernel(const WindowArguments *g, Strip s, Taps down, long width,
                           const float *x, float *dkernel, float *dbias, long first, long end) {
  const long depth = g->window_width * g->channels, until = least(end, down.end * depth);
  for (long row = most(first, down.first * depth); row < until; row += s.rows) {
    s.a = x + (row / depth - down.first) * width * g->channels + row % depth;
    s.c = dkernel + row * g->filters;
    s.from = s.c;
    s.rows = depth == 3 ? 9 : 10;
    if ((depth == 3 || depth == 5) && row % depth == 0 && until - row >= s.rows) {
      PATH(narrow_strip)(&s, depth, width * g->channels, dbias);
      dbias = 0;
    } else {
      s.rows = least(until - row, depth - row % depth);
      PATH(strip)(&s);
    }
  }
  if (dbias)
    PATH(column_sums)(s.b, dbias, s.taps * s.depth, g->filters, 0, g->filters, 1);
}

static void PATH(convolution_by_kernel)(const WindowArguments *g, const float *x, const float *dy,
                                        float *dkernel, float *dbias, long examples, long first,
                                        long end, float *scratch) {
  Rows rows = input_rows(g, scratch);
  const long together = (rows.capacity - g->window_height) / g->stride_y + 1;
  Strip s = {.row_step = 1, .depth_step = g->stride_x * g->channels,
             .tap_step = g->stride_y * rows.width * g->channels, .b_step = g->filters,
             .b_tap_step = g->out_width * g->filters, .from_step = g->filters,
             .c_step = g->filters, .columns = g->filters, .depth = g->out_width};
  if (end > first) plain_fill(dkernel + first * g->filters, (end - first) * g->filters, 0.0f);
  if (dbias) plain_fill(dbias, g->filters, 0.0f);
  for (long n = 0; n < examples; n++) {
    set_image(&rows, x + n * g->height * g->width * g->channels);
    for (long oy = 0; oy < g->out_height; oy += s.taps) {
      // Rows of outputs with the same taps go together.
      const Taps down = taps_of(g, oy);
      for (s.taps = 1; s.taps < together && oy + s.taps < g->out_height; s.taps++) {
        const Taps other = taps_of(g, oy + s.taps);
        if (other.first != down.first || other.end != down.end) break;
      }
      const long iy = oy * g->stride_y - g->top;
      s.b = dy + output_at(g, n, oy, 0) * g->filters;
      rows_by_kernel(g, s, down, rows.width,
                     rows_at(&rows, iy + down.first,
                             iy + (s.taps - 1) * g->stride_y + down.end),
                     dkernel, dbias, first, end);
    }
  }
}
