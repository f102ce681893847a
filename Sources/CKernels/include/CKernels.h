// The arithmetic loops of the engine: one table of functions, one implementation for each
// instruction set, and a plain one that says what all the others must compute.
//
// The contract:
// - The caller guarantees every size and pointer. Nothing is checked, allocated or kept here.
// - Matrices are dense and row-major: element (i, j) of [rows, columns] is x[i * columns + j].
//   Pointers need no alignment beyond that of their elements. Sizes may be 0.
// - An output may be the same memory as an elementwise input of the same shape. It must not
//   overlap an input in any other way, and no operand of a matrix product may overlap its output.
// - Every path returns the bits of the plain path. Therefore: each element of a product is one
//   chain of fused multiply-adds over the depth, ascending; a full reduction runs in 64 lanes
//   (element i in lane i mod 64, from +0), folded 64, 32, 16, 8, 4, 2, 1; column sums take
//   the rows in order. Fused multiply-add only where it is named. Subnormals are kept.
//   A NaN is equal to a NaN, whatever its sign and payload.
#ifndef OVERFIT_CKERNELS_H
#define OVERFIT_CKERNELS_H

#include <stdint.h>

#if defined(__clang__)
#pragma clang assume_nonnull begin
#endif

// The plain and the SSE2 path use the processor's FMA where it has one, and emulate it exactly
// where it has none; the emulated ones always do.
enum {
  KERNEL_PLAIN,
  KERNEL_SSE2,
  KERNEL_AVX2,
  KERNEL_AVX512,
  KERNEL_NEON,
  KERNEL_PLAIN_EMULATED,
  KERNEL_SSE2_EMULATED
};

// How the factors of a matrix product lie in memory.
enum { PRODUCT_AB, PRODUCT_ATB, PRODUCT_ABT };

// What each element's chain of multiply-adds starts from: +0, the old output, or a bias.
enum { START_ZERO, START_OUTPUT, START_BIAS };

// c [rows, columns] = start + op(a) op(b).
// AB: a [rows, depth], b [depth, columns]. ATB: a [depth, rows], b [depth, columns].
// ABT: a [rows, depth], b [columns, depth]. bias [columns] is read for START_BIAS only.
// A step is the number of elements from one row of a matrix to the next, in which more may lie
// than the product has columns.
typedef struct {
  int form;
  int start;
  long rows, columns, depth;
  long a_step, b_step, c_step;
} MatrixProductArguments;

// A row of features becomes (x - shift) * scale; count is 0 (as it is), 1 (one pair for all
// features) or the number of features.
typedef struct {
  const float *_Nullable shift;
  const float *_Nullable scale;
  long count;
} ScalingArguments;

// A window that slides over images [examples, height, width, channels], the channels of a pixel
// beside each other, and makes images [examples, out_height, out_width, filters] of them.
//
// Output (oy, ox) looks at the pixels (oy * stride_y - top + ky, ox * stride_x - left + kx). Rows
// above and below the image take no part in a sum. Pixels beside it, in its rows, do take part:
// as zeros, multiplied like any other.
typedef struct {
  long height, width, channels;
  long out_height, out_width, filters;  // pooling has as many filters as channels
  long window_height, window_width;
  long stride_y, stride_x;
  long top, left;  // rows and columns of padding before the image
} WindowArguments;

// Prepared by the caller, so that a step computes no power and no root of its own.
typedef struct {
  float step;             // learning rate * sqrt(1 - beta2^t) / (1 - beta1^t)
  float one_minus_beta1;
  float one_minus_beta2;
  float epsilon;
  float shrink;           // -(learning rate * weight decay), or +0
} AdamArguments;

// The words of a stream from `first` on; an element is dropped where the upper 24 bits of its word
// are below the threshold, else multiplied by `keep`.
typedef struct {
  uint64_t key, stream, first;
  uint32_t threshold;
  float keep;
} DropoutArguments;

// A uniform number u of [0, 1) becomes low + u * width, but at most the greatest.
typedef struct {
  float low, width, greatest;
} UniformArguments;

// The columns first ..< end of matrices [rows, columns].
typedef struct {
  long rows, columns, first, end;
} ColumnArguments;

typedef struct {
  float mean_step;        // what m is multiplied by, with its correction and the learning rate
  float gradient_step;    // the same for g
  float one_minus_beta1;
  float one_minus_beta2;
  float correction;       // 1 / sqrt(1 - beta2^t)
  float epsilon;
  float shrink;
} NadamArguments;

typedef struct {
  float rate;
  float rho;
  float one_minus_rho;
  float momentum;
  float epsilon;
  float shrink;
} RMSpropArguments;

// A product of matrices of doubles: the rows and columns of c that are computed.
typedef struct {
  long columns, depth;
  long first_row, end_row;
  long first_column, end_column;
} DoubleProductArguments;

typedef struct {
  // Matrices.
  void (*matrix_product)(const MatrixProductArguments *, const float *a, const float *b,
                         const float *_Nullable bias, float *c);
  // The gradients of a dense layer with a kernel [rows, columns]: dw = x^T dy, which is a product
  // ATB from +0 of dense matrices, and db = the column sums of dy.
  void (*dense_gradients)(const MatrixProductArguments *, const float *x, const float *dy,
                          float *dw, float *db);
  // c = a b in doubles, with each product and each sum rounded: k ascending, from +0, not fused.
  void (*double_product)(const DoubleProductArguments *, const double *a, const double *b,
                         double *c);
  // x[i] -= factor * y[i], and the sum of the new x[i] * z[i]: element i in lane i mod 8 as far as
  // there are eights, the lanes added in order, then the others; nothing is fused. y may be z.
  double (*subtract_and_dot)(double *x, const double *y, double factor, const double *z,
                             long count);
  void (*add_bias)(float *x, const float *bias, long rows, long columns);
  // sums[j] = (accumulate ? sums[j] : 0) + x[0][j] + x[1][j] + ..., for columns first ..< end.
  void (*column_sums)(const float *x, float *sums, long rows, long columns, long first, long end,
                      int accumulate);
  void (*transpose)(const float *x, float *y, long rows, long columns);

  // Images. The examples first ..< end are computed; a kernel is [window_height, window_width,
  // channels, filters]. Each sum is one chain of fused multiply-adds:
  // - convolution: from the bias or +0, over (ky, kx, c) ascending; rectified: as `rectify` after;
  // - by_input, the gradient dx: from +0, over the outputs (oy, ox, f) ascending whose windows
  //   hold the pixel, and with rows and columns of dy taken as above;
  // - by_kernel, the gradient dkernel: from +0, over (example, oy, ox) ascending, for the rows
  //   first ..< end of dkernel seen as [window_height * window_width * channels, filters]; and
  //   dbias, if wanted, the sums of dy in the same order.
  // scratch is for one call at a time: convolution_scratch(g) floats.
  void (*convolution)(const WindowArguments *, const float *x, const float *kernel,
                      const float *_Nullable bias, float *y, long first, long end, int rectified,
                      float *scratch);
  void (*convolution_by_input)(const WindowArguments *, const float *dy, const float *kernel,
                               float *dx, long first, long end, float *scratch);
  void (*convolution_by_kernel)(const WindowArguments *, const float *x, const float *dy,
                                float *dkernel, float *_Nullable dbias, long examples,
                                long first, long end, float *scratch);

  // Pooling looks at the pixels of a window that lie in the image. The maximum is the first of
  // the greatest, in the order of (ky, kx); its gradient goes there, and nowhere where
  // `rectified` is set and the maximum is not above 0. The mean is their sum, from +0 in this
  // order, divided by their number. dx is summed from +0 over (oy, ox) ascending.
  void (*max_pooling)(const WindowArguments *, const float *x, float *y, long first, long end);
  void (*max_pooling_backward)(const WindowArguments *, const float *x, const float *dy, float *dx,
                               long first, long end, int rectified);
  void (*average_pooling)(const WindowArguments *, const float *x, float *y, long first, long end);
  void (*average_pooling_backward)(const WindowArguments *, const float *dy, float *dx, long first,
                                   long end);

  // Elementwise: y = f(x).
  void (*exponential)(const float *x, float *y, long count);
  void (*logarithm)(const float *x, float *y, long count);
  void (*sigmoid)(const float *x, float *y, long count);
  void (*hyperbolic_tangent)(const float *x, float *y, long count);
  void (*rectify)(const float *x, float *y, long count);
  void (*softmax)(const float *x, float *y, long rows, long columns);

  // The derivatives, from the output y: dx = dy * f'(x).
  void (*sigmoid_backward)(const float *y, const float *dy, float *dx, long count);
  void (*hyperbolic_tangent_backward)(const float *y, const float *dy, float *dx, long count);
  void (*rectify_backward)(const float *y, const float *dy, float *dx, long count);
  void (*softmax_backward)(const float *y, const float *dy, float *dx, long rows, long columns);

  // Curves: y = f(x), and their derivatives from the input x, dx = dy * f'(x); leaky_rectify has
  // the signs of its input, so its derivative takes either.
  void (*leaky_rectify)(const float *x, float *y, long count, float slope);
  void (*leaky_rectify_backward)(const float *x, const float *dy, float *dx, long count,
                                 float slope);
  void (*elu)(const float *x, float *y, long count);
  void (*elu_backward)(const float *x, const float *dy, float *dx, long count);
  void (*selu)(const float *x, float *y, long count);
  void (*selu_backward)(const float *x, const float *dy, float *dx, long count);
  void (*gelu)(const float *x, float *y, long count);
  void (*gelu_backward)(const float *x, const float *dy, float *dx, long count);
  void (*swish)(const float *x, float *y, long count);
  void (*swish_backward)(const float *x, const float *dy, float *dx, long count);
  void (*softplus)(const float *x, float *y, long count);
  void (*softplus_backward)(const float *x, const float *dy, float *dx, long count);

  // Batch normalization, column by column; sums take the rows in order.
  // mean = sum x / rows, variance = sum (x - mean)^2 / rows
  void (*column_moments)(const float *x, float *mean, float *variance, const ColumnArguments *);
  // y = (x - mean) * factor + shift
  void (*normalize)(const float *x, const float *mean, const float *factor, const float *shift,
                    float *y, const ColumnArguments *);
  // sums = sum dy, products = sum dy (x - mean)
  void (*normalize_sums)(const float *x, const float *dy, const float *mean, float *sums,
                         float *products, const ColumnArguments *);
  // dx = factor * ((dy - centre) - (x - mean) * slope)
  void (*normalize_backward)(const float *x, const float *dy, const float *mean,
                             const float *factor, const float *centre, const float *slope,
                             float *dx, const ColumnArguments *);

  // Losses: one value a row (softmax) or an element; the gradient is multiplied by scale.
  void (*softmax_cross_entropy)(const float *logits, const int32_t *classes, float *losses,
                                float *gradient, long rows, long columns, float scale);
  void (*sigmoid_cross_entropy)(const float *logits, const float *targets, float *losses,
                                float *gradient, long count, float scale);
  // losses = (x - t)^2, gradient = (x - t) * scale.
  void (*squared_error)(const float *x, const float *targets, float *losses, float *gradient,
                        long count, float scale);
  // With targets t [rows, columns] and p = softmax: one loss a row, sum_j -t_j log p_j, and the
  // gradient (p_j sum t - t_j) * scale, which must not be the memory of the logits.
  void (*softmax_cross_entropy_targets)(const float *logits, const float *targets, float *losses,
                                        float *gradient, long rows, long columns, float scale);
  // losses = |x - t|, gradient = sign(x - t) * scale.
  void (*absolute_error)(const float *x, const float *targets, float *losses, float *gradient,
                         long count, float scale);
  // losses = max(1 - t x, 0), gradient = -t * scale where 1 - t x > 0, else 0.
  void (*hinge)(const float *x, const float *targets, float *losses, float *gradient, long count,
                float scale);
  // The first of the greatest scores of each row.
  void (*greatest_columns)(const float *scores, int32_t *classes, long rows, long columns);
  long (*count_correct_classes)(const float *scores, const int32_t *classes, long rows,
                                long columns);
  // How often (score > threshold) == (target > 0.5).
  long (*count_correct_decisions)(const float *scores, const float *targets, long count,
                                  float threshold);

  // Reductions in 64 lanes.
  float (*sum)(const float *x, long count);
  float (*sum_of_squares)(const float *x, long count);
  float (*sum_of_magnitudes)(const float *x, long count);
  float (*dot_product)(const float *x, const float *y, long count);

  // Optimizers: w is changed in place, the slots too. First w becomes w + shrink w.
  void (*sgd)(float *w, const float *g, long count, float rate, float shrink);
  void (*momentum)(float *w, float *v, const float *g, long count, float rate, float momentum,
                   float shrink);
  void (*nesterov)(float *w, float *v, const float *g, long count, float rate, float momentum,
                   float shrink);
  void (*adam)(float *w, float *m, float *v, float *_Nullable greatest, const float *g, long count,
               const AdamArguments *);
  void (*nadam)(float *w, float *m, float *v, const float *g, long count, const NadamArguments *);
  void (*rmsprop)(float *w, float *v, float *_Nullable a, float *_Nullable u, const float *g,
                  long count, const RMSpropArguments *);
  void (*adagrad)(float *w, float *a, const float *g, long count, float rate, float epsilon,
                  float shrink);
  void (*adadelta)(float *w, float *a, float *d, const float *g, long count,
                   const RMSpropArguments *);
  // y = x, but no farther from 0 than the bound.
  void (*clip)(const float *x, float *y, long count, float bound);

  // Vectors.
  void (*fill)(float *x, long count, float value);
  void (*scale)(const float *x, float *y, long count, float factor);
  void (*add)(const float *x, float *y, long count);                       // y += x
  void (*add_scaled)(const float *x, float *y, long count, float factor);  // y += factor * x
  void (*add_signs)(const float *x, float *y, long count, float factor);   // y += factor * sign x
  void (*soft_threshold)(float *w, long count, float threshold);  // w = sign w max(|w| - t, 0)
  void (*multiply)(const float *a, const float *b, float *c, long count);  // c = a * b
  void (*affine)(const float *x, float *y, long count, float factor,       // y = x * factor
                 float shift);                                             //     + shift
  void (*scale_rows)(float *x, const float *factors, long rows, long columns);  // x[i] *= f[i]
  // Columns first ..< end of w: one whose norm is above the limit is multiplied by limit / norm.
  void (*limit_columns)(float *w, long rows, long columns, long first, long end, float limit);

  // Rows of a data set, through row numbers.
  void (*gather_floats)(const float *source, const int32_t *rows, float *y, long count,
                        long features, const ScalingArguments *);
  void (*gather_bytes)(const uint8_t *source, const int32_t *rows, float *y, long count,
                       long features, const ScalingArguments *);

  // Word i of the Philox stream (key, counter words 2 and 3 = stream) is at words[i - first].
  void (*random_words)(uint64_t key, uint64_t stream, uint64_t first, uint32_t *words, long count);
  // mask[i] = (word first + i) >> 8 >= threshold ? keep : 0, and y = x * mask; with a place for
  // what `rectify` makes of x, which may be x, that is what is multiplied.
  void (*dropout)(const DropoutArguments *, const float *x, float *_Nullable rectified, float *mask,
                  float *y, long count);
  // The derivative of both, from the input or the output of `rectify`: dx = x > 0 ? dy * mask : 0.
  void (*dropout_backward)(const float *x, const float *mask, const float *dy, float *dx,
                           long count);
  // x[i] = min(low + u * width, greatest) with u = ((word first + i) >> 8) / 2^24.
  void (*uniforms)(uint64_t key, uint64_t stream, uint64_t first, float *x, long count,
                   const UniformArguments *);
  // x[i] = deviation * the normal number of word first + i.
  void (*normals)(uint64_t key, uint64_t stream, uint64_t first, float *x, long count,
                  float deviation);
} KernelTable;

// The table of a path, or null when this program or this processor has it not.
const KernelTable *_Nullable kernel_table(int path);

// The floats of scratch memory that a convolution and its gradients need.
long convolution_scratch(const WindowArguments *);

// The value of the environment variable OVERFIT_KERNELS, or null.
const char *_Nullable kernel_path_asked_for(void);

// Tells the processor that this thread is spinning.
static inline void kernel_spin_hint(void) {
#if defined(__x86_64__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  __asm__ volatile("yield");
#endif
}

#if defined(__clang__)
#pragma clang assume_nonnull end
#endif

#endif
