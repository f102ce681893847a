// The kernels of one path: all of CKernels.h, written once for vectors of W lanes.
//
// A path file defines before it includes this: W; PATH(name), the name of a function on this
// path; TILE_VECTORS and TILE_ROWS, the shape of the accumulators of a matrix product; and
//   lane_mask mask_of(count)    the first count lanes, 0 < count < W
//   vf load_part(p, mask)       the elements of the mask, 0 in the other lanes
//   void store_part(p, x, mask) writes the elements of the mask and nothing else
//   vf keep_part(x, mask)       0 in the lanes outside the mask
//   vf fma_lanes(a, b, c)       a * b + c, rounded once
// and, if its machine has something better than functions.h, OWN_ROOT and OWN_POWER with
//   vf root_lanes(x)                         the square root, rounded once
//   vf times_power_lanes(x, shifted, sign)   x * 2^n, rounded once, for shifted = n + 0x1.8p23,
//                                            -150 <= n <= 128 and the sign of n, if it is known
// Compilers must not contract: a * b + c is two roundings wherever it is written.

// Runs the statement once for each full vector of count elements and once more, with `part` set,
// for the elements that are left; there, GET and PUT move only these.
#define FOR_VECTORS(i, count, ...)                    \
  do {                                                \
    long i = 0;                                       \
    {                                                 \
      const int part = 0;                             \
      const lane_mask mask = mask_of(1);              \
      for (; i + W <= (count); i += W) __VA_ARGS__    \
    }                                                 \
    if (i < (count)) {                                \
      const int part = 1;                             \
      const lane_mask mask = mask_of((count)-i);      \
      __VA_ARGS__                                     \
    }                                                 \
  } while (0)
#define UNROLLED _Pragma("clang loop unroll(full)")
#define GET(p) get(p, part, mask)
#define PUT(p, x) put(p, x, part, mask)

INLINE vf get(const float *p, int part, lane_mask mask) {
  return part ? load_part(p, mask) : load(p);
}

INLINE void put(float *p, vf x, int part, lane_mask mask) {
  if (part)
    store_part(p, x, mask);
  else
    store(p, x);
}

#include "functions.h"
#include "reductions.h"
#include "transpose.h"
#include "tiles.h"
#include "small.h"
#include "blocks.h"
#include "matrix.h"
#include "doubles.h"
#include "convolution.h"
#include "pooling.h"
#include "elementwise.h"
#include "curves.h"
#include "normalization.h"
#include "losses.h"
#include "optimizers.h"
#include "data.h"
#include "random.h"

const KernelTable PATH(table) = {
    .matrix_product = PATH(matrix_product),
    .dense_gradients = PATH(dense_gradients),
    .double_product = PATH(double_product),
    .subtract_and_dot = PATH(subtract_and_dot),
    .add_bias = PATH(add_bias),
    .column_sums = PATH(column_sums),
    .transpose = PATH(transpose),
    .convolution = PATH(convolution),
    .convolution_by_input = PATH(convolution_by_input),
    .convolution_by_kernel = PATH(convolution_by_kernel),
    .max_pooling = PATH(max_pooling),
    .max_pooling_backward = PATH(max_pooling_backward),
    .average_pooling = PATH(average_pooling),
    .average_pooling_backward = PATH(average_pooling_backward),
    .exponential = PATH(exponential),
    .logarithm = PATH(logarithm),
    .sigmoid = PATH(sigmoid),
    .hyperbolic_tangent = PATH(hyperbolic_tangent),
    .rectify = PATH(rectify),
    .softmax = PATH(softmax),
    .sigmoid_backward = PATH(sigmoid_backward),
    .hyperbolic_tangent_backward = PATH(hyperbolic_tangent_backward),
    .rectify_backward = PATH(rectify_backward),
    .softmax_backward = PATH(softmax_backward),
    .leaky_rectify = PATH(leaky_rectify),
    .leaky_rectify_backward = PATH(leaky_rectify_backward),
    .elu = PATH(elu),
    .elu_backward = PATH(elu_backward),
    .selu = PATH(selu),
    .selu_backward = PATH(selu_backward),
    .gelu = PATH(gelu),
    .gelu_backward = PATH(gelu_backward),
    .swish = PATH(swish),
    .swish_backward = PATH(swish_backward),
    .softplus = PATH(softplus),
    .softplus_backward = PATH(softplus_backward),
    .column_moments = PATH(column_moments),
    .normalize = PATH(normalize),
    .normalize_sums = PATH(normalize_sums),
    .normalize_backward = PATH(normalize_backward),
    .softmax_cross_entropy = PATH(softmax_cross_entropy),
    .sigmoid_cross_entropy = PATH(sigmoid_cross_entropy),
    .squared_error = PATH(squared_error),
    .softmax_cross_entropy_targets = PATH(softmax_cross_entropy_targets),
    .absolute_error = PATH(absolute_error),
    .hinge = PATH(hinge),
    .greatest_columns = plain_greatest_columns,
    .count_correct_classes = plain_count_correct_classes,
    .count_correct_decisions = plain_count_correct_decisions,
    .sum = PATH(sum),
    .sum_of_squares = PATH(sum_of_squares),
    .sum_of_magnitudes = PATH(sum_of_magnitudes),
    .dot_product = PATH(dot_product),
    .sgd = PATH(sgd),
    .momentum = PATH(momentum),
    .nesterov = PATH(nesterov),
    .adam = PATH(adam),
    .nadam = PATH(nadam),
    .rmsprop = PATH(rmsprop),
    .adagrad = PATH(adagrad),
    .adadelta = PATH(adadelta),
    .clip = PATH(clip),
    .fill = plain_fill,
    .scale = PATH(scale),
    .add = PATH(add),
    .add_scaled = PATH(add_scaled),
    .add_signs = PATH(add_signs),
    .soft_threshold = PATH(soft_threshold),
    .multiply = PATH(multiply),
    .affine = PATH(affine),
    .scale_rows = PATH(scale_rows),
    .limit_columns = PATH(limit_columns),
    .gather_floats = PATH(gather_floats),
    .gather_bytes = PATH(gather_bytes),
    .random_words = PATH(random_words),
    .dropout = PATH(dropout),
    .dropout_backward = PATH(dropout_backward),
    .uniforms = PATH(uniforms),
    .normals = PATH(normals),
};
