// The plain path, function by function; plain/table.c puts them into the table.
#ifndef OVERFIT_PLAIN_H
#define OVERFIT_PLAIN_H

#include "../include/CKernels.h"

extern const KernelTable plain_table;
#if defined(__x86_64__)
// The same for processors with FMA, whose matrix products use it.
extern const KernelTable plain_fma_table;
#endif

// product + addend, which is at hand as a float, rounded to float once; exact for the product of
// two floats.
float plain_round_once(double product, double addend);

// The vector paths take these as they are: rare, or bound by memory and branches.
void plain_fill(float *x, long count, float value);
void plain_greatest_columns(const float *scores, int32_t *classes, long rows, long columns);
long plain_count_correct_classes(const float *scores, const int32_t *classes, long rows,
                                 long columns);
long plain_count_correct_decisions(const float *scores, const float *targets, long count,
                                   float threshold);

void plain_matrix_product(const MatrixProductArguments *p, const float *a, const float *b,
                          const float *bias, float *c);
void plain_dense_gradients(const MatrixProductArguments *p, const float *x, const float *dy,
                           float *dw, float *db);
#if defined(__x86_64__)
void plain_fma_matrix_product(const MatrixProductArguments *p, const float *a, const float *b,
                              const float *bias, float *c);
void plain_fma_dense_gradients(const MatrixProductArguments *p, const float *x, const float *dy,
                               float *dw, float *db);
#endif
void plain_double_product(const DoubleProductArguments *p, const double *a, const double *b,
                          double *c);
double plain_subtract_and_dot(double *x, const double *y, double factor, const double *z,
                              long count);
void plain_add_bias(float *x, const float *bias, long rows, long columns);
void plain_column_sums(const float *x, float *sums, long rows, long columns, long first, long end,
                       int accumulate);
void plain_transpose(const float *x, float *y, long rows, long columns);

void plain_convolution(const WindowArguments *g, const float *x, const float *kernel,
                       const float *bias, float *y, long first, long end, int rectified,
                       float *scratch);
void plain_convolution_by_input(const WindowArguments *g, const float *dy, const float *kernel,
                                float *dx, long first, long end, float *scratch);
void plain_convolution_by_kernel(const WindowArguments *g, const float *x, const float *dy,
                                 float *dkernel, float *dbias, long examples, long first,
                                 long end, float *scratch);
void plain_max_pooling(const WindowArguments *g, const float *x, float *y, long first, long end);
void plain_max_pooling_backward(const WindowArguments *g, const float *x, const float *dy,
                                float *dx, long first, long end, int rectified);
void plain_average_pooling(const WindowArguments *g, const float *x, float *y, long first,
                           long end);
void plain_average_pooling_backward(const WindowArguments *g, const float *dy, float *dx,
                                    long first, long end);

void plain_exponential(const float *x, float *y, long count);
void plain_logarithm(const float *x, float *y, long count);
void plain_sigmoids(const float *x, float *y, long count);
void plain_hyperbolic_tangent(const float *x, float *y, long count);
void plain_rectify(const float *x, float *y, long count);
void plain_softmax(const float *x, float *y, long rows, long columns);
void plain_sigmoid_backward(const float *y, const float *dy, float *dx, long count);
void plain_hyperbolic_tangent_backward(const float *y, const float *dy, float *dx, long count);
void plain_rectify_backward(const float *y, const float *dy, float *dx, long count);
void plain_softmax_backward(const float *y, const float *dy, float *dx, long rows, long columns);

void plain_leaky_rectify(const float *x, float *y, long count, float slope);
void plain_leaky_rectify_backward(const float *x, const float *dy, float *dx, long count,
                                  float slope);
void plain_elu(const float *x, float *y, long count);
void plain_elu_backward(const float *x, const float *dy, float *dx, long count);
void plain_selu(const float *x, float *y, long count);
void plain_selu_backward(const float *x, const float *dy, float *dx, long count);
void plain_gelu(const float *x, float *y, long count);
void plain_gelu_backward(const float *x, const float *dy, float *dx, long count);
void plain_swish(const float *x, float *y, long count);
void plain_swish_backward(const float *x, const float *dy, float *dx, long count);
void plain_softplus(const float *x, float *y, long count);
void plain_softplus_backward(const float *x, const float *dy, float *dx, long count);

void plain_column_moments(const float *x, float *mean, float *variance, const ColumnArguments *c);
void plain_normalize(const float *x, const float *mean, const float *factor, const float *shift,
                     float *y, const ColumnArguments *c);
void plain_normalize_sums(const float *x, const float *dy, const float *mean, float *sums,
                          float *products, const ColumnArguments *c);
void plain_normalize_backward(const float *x, const float *dy, const float *mean,
                              const float *factor, const float *centre, const float *slope,
                              float *dx, const ColumnArguments *c);

void plain_softmax_cross_entropy(const float *logits, const int32_t *classes, float *losses,
                                 float *gradient, long rows, long columns, float scale);
void plain_sigmoid_cross_entropy(const float *logits, const float *targets, float *losses,
                                 float *gradient, long count, float scale);
void plain_squared_error(const float *x, const float *targets, float *losses, float *gradient,
                         long count, float scale);

void plain_softmax_cross_entropy_targets(const float *logits, const float *targets, float *losses,
                                         float *gradient, long rows, long columns, float scale);
void plain_absolute_error(const float *x, const float *targets, float *losses, float *gradient,
                          long count, float scale);
void plain_hinge(const float *x, const float *targets, float *losses, float *gradient, long count,
                 float scale);

float plain_sum(const float *x, long count);
float plain_sum_of_squares(const float *x, long count);
float plain_sum_of_magnitudes(const float *x, long count);
float plain_dot_product(const float *x, const float *y, long count);

void plain_sgd(float *w, const float *g, long count, float rate, float shrink);
void plain_momentum(float *w, float *v, const float *g, long count, float rate, float momentum,
                    float shrink);
void plain_nesterov(float *w, float *v, const float *g, long count, float rate, float momentum,
                    float shrink);
void plain_adam(float *w, float *m, float *v, float *greatest, const float *g, long count,
                const AdamArguments *s);
void plain_nadam(float *w, float *m, float *v, const float *g, long count,
                 const NadamArguments *s);
void plain_rmsprop(float *w, float *v, float *a, float *u, const float *g, long count,
                   const RMSpropArguments *s);
void plain_adagrad(float *w, float *a, const float *g, long count, float rate, float epsilon,
                   float shrink);
void plain_adadelta(float *w, float *a, float *d, const float *g, long count,
                    const RMSpropArguments *s);
void plain_clip(const float *x, float *y, long count, float bound);

void plain_scale(const float *x, float *y, long count, float factor);
void plain_add(const float *x, float *y, long count);
void plain_add_scaled(const float *x, float *y, long count, float factor);
void plain_add_signs(const float *x, float *y, long count, float factor);
void plain_soft_threshold(float *w, long count, float threshold);
void plain_multiply(const float *a, const float *b, float *c, long count);
void plain_affine(const float *x, float *y, long count, float factor, float shift);
void plain_scale_rows(float *x, const float *factors, long rows, long columns);
void plain_limit_columns(float *w, long rows, long columns, long first, long end, float limit);

void plain_gather_floats(const float *source, const int32_t *rows, float *y, long count,
                         long features, const ScalingArguments *scaling);
void plain_gather_bytes(const uint8_t *source, const int32_t *rows, float *y, long count,
                        long features, const ScalingArguments *scaling);
void plain_random_words(uint64_t key, uint64_t stream, uint64_t first, uint32_t *words,
                        long count);
void plain_dropout(const DropoutArguments *s, const float *x, float *rectified, float *mask,
                   float *y, long count);
void plain_dropout_backward(const float *x, const float *mask, const float *dy, float *dx,
                            long count);
void plain_uniforms(uint64_t key, uint64_t stream, uint64_t first, float *x, long count,
                    const UniformArguments *range);
void plain_normals(uint64_t key, uint64_t stream, uint64_t first, float *x, long count,
                   float deviation);

#endif
