#include "plain.h"
#include "curves.h"

void plain_leaky_rectify(const float *x, float *y, long count, float slope) {
  for (long i = 0; i < count; i++) y[i] = is_positive(x[i]) ? x[i] : slope * x[i];
}

void plain_leaky_rectify_backward(const float *x, const float *dy, float *dx, long count,
                                  float slope) {
  for (long i = 0; i < count; i++) dx[i] = is_positive(x[i]) ? dy[i] : slope * dy[i];
}

void plain_elu(const float *x, float *y, long count) {
  for (long i = 0; i < count; i++) y[i] = is_positive(x[i]) ? x[i] : plain_exp_minus_one(x[i]);
}

void plain_elu_backward(const float *x, const float *dy, float *dx, long count) {
  for (long i = 0; i < count; i++)
    dx[i] = is_positive(x[i]) ? dy[i] : dy[i] * plain_exp(x[i]);
}

void plain_selu(const float *x, float *y, long count) {
  for (long i = 0; i < count; i++)
    y[i] = is_positive(x[i]) ? SELU_RIGHT * x[i] : SELU_LEFT * plain_exp_minus_one(x[i]);
}

void plain_selu_backward(const float *x, const float *dy, float *dx, long count) {
  for (long i = 0; i < count; i++)
    dx[i] = dy[i] * (is_positive(x[i]) ? SELU_RIGHT : SELU_LEFT * plain_exp(x[i]));
}

void plain_gelu(const float *x, float *y, long count) {
  for (long i = 0; i < count; i++) {
    float power;
    y[i] = x[i] * plain_normal_distribution(x[i], &power);
  }
}

// gelu' = P(x) + x p(x), with the normal density p
void plain_gelu_backward(const float *x, const float *dy, float *dx, long count) {
  for (long i = 0; i < count; i++) {
    float power;
    const float probability = plain_normal_distribution(x[i], &power);
    dx[i] = dy[i] * fused(x[i] * NORMAL_PEAK, power, probability);
  }
}

void plain_swish(const float *x, float *y, long count) {
  for (long i = 0; i < count; i++) y[i] = x[i] * plain_sigmoid(x[i]);
}

// swish' = s + x s (1 - s)
void plain_swish_backward(const float *x, const float *dy, float *dx, long count) {
  for (long i = 0; i < count; i++) {
    const float s = plain_sigmoid(x[i]);
    dx[i] = dy[i] * fused(x[i] * s, 1.0f - s, s);
  }
}

// max(x, 0) + log(1 + exp(-|x|))
void plain_softplus(const float *x, float *y, long count) {
  for (long i = 0; i < count; i++) {
    const float e = plain_exp(float_of(bits_of(x[i]) | 0x80000000u));
    y[i] = (is_positive(x[i]) ? x[i] : 0.0f) + plain_log_one_plus(e);
  }
}

void plain_softplus_backward(const float *x, const float *dy, float *dx, long count) {
  for (long i = 0; i < count; i++) dx[i] = dy[i] * plain_sigmoid(x[i]);
}
