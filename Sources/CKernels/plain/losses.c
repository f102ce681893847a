#include "plain.h"
#include "functions.h"
#include "reductions.h"

// With p = softmax(z): loss = log(sum exp(z - max)) - (z_class - max), gradient = p - one-hot.
void plain_softmax_cross_entropy(const float *logits, const int32_t *classes, float *losses,
                                 float *gradient, long rows, long columns, float scale) {
  for (long row = 0; row < rows; row++, logits += columns, gradient += columns) {
    const float greatest = plain_row_maximum(logits, columns);
    const float target = logits[classes[row]] - greatest;
    for (long j = 0; j < columns; j++) gradient[j] = plain_exp(logits[j] - greatest);
    const float sum = plain_row_sum(gradient, columns);
    for (long j = 0; j < columns; j++)
      gradient[j] = (gradient[j] / sum - (j == classes[row] ? 1.0f : 0.0f)) * scale;
    losses[row] = plain_log(sum) - target;
  }
}

// loss = max(z, 0) - z t + log(1 + exp(-|z|)), gradient = sigmoid(z) - t.
void plain_sigmoid_cross_entropy(const float *logits, const float *targets, float *losses,
                                 float *gradient, long count, float scale) {
  for (long i = 0; i < count; i++) {
    const float z = logits[i], t = targets[i];
    const float e = plain_exp(float_of(bits_of(z) | 0x80000000u));
    const float positive = (z > 0.0f ? z : 0.0f) - z * t;
    losses[i] = positive + plain_log_one_plus(e);
    gradient[i] = ((z < 0.0f ? e : 1.0f) / (1.0f + e) - t) * scale;
  }
}

void plain_squared_error(const float *x, const float *targets, float *losses, float *gradient,
                         long count, float scale) {
  for (long i = 0; i < count; i++) {
    const float error = x[i] - targets[i];
    losses[i] = error * error;
    gradient[i] = error * scale;
  }
}

// With p = softmax(z): loss = sum_j t_j (log(sum exp(z - max)) - (z_j - max)), where a target of 0
// counts nothing, however small its probability is; gradient = p sum(t) - t.
void plain_softmax_cross_entropy_targets(const float *logits, const float *targets, float *losses,
                                         float *gradient, long rows, long columns, float scale) {
  for (long row = 0; row < rows; row++) {
    const float greatest = plain_row_maximum(logits, columns);
    for (long j = 0; j < columns; j++) gradient[j] = plain_exp(logits[j] - greatest);
    const float sum = plain_row_sum(gradient, columns), mass = plain_row_sum(targets, columns);
    const float log_sum = plain_log(sum);
    float lanes[LANES] = {0};
    for (long j = 0; j < columns; j++) {
      const float t = targets[j];
      const float distance = t == 0.0f ? 0.0f : log_sum - (logits[j] - greatest);
      lanes[j % LANES] = fused(t, distance, lanes[j % LANES]);
      gradient[j] = ((gradient[j] / sum) * mass - t) * scale;
    }
    losses[row] = folded(lanes);
    logits += columns, targets += columns, gradient += columns;
  }
}

void plain_absolute_error(const float *x, const float *targets, float *losses, float *gradient,
                          long count, float scale) {
  for (long i = 0; i < count; i++) {
    const float error = x[i] - targets[i];
    losses[i] = float_of(bits_of(error) & 0x7fffffffu);
    gradient[i] = error > 0.0f ? scale : error < 0.0f ? -scale : 0.0f;
  }
}

// A NaN stays one.
void plain_hinge(const float *x, const float *targets, float *losses, float *gradient, long count,
                 float scale) {
  for (long i = 0; i < count; i++) {
    const float t = targets[i];
    const float margin = 1.0f - t * x[i];
    losses[i] = margin <= 0.0f ? 0.0f : margin;
    gradient[i] = margin > 0.0f ? -t * scale : 0.0f;
  }
}

static inline int32_t greatest_column(const float *scores, long columns) {
  long best = 0;
  for (long j = 1; j < columns; j++)
    if (scores[j] > scores[best]) best = j;
  return (int32_t)best;
}

void plain_greatest_columns(const float *scores, int32_t *classes, long rows, long columns) {
  for (long row = 0; row < rows; row++)
    classes[row] = greatest_column(scores + row * columns, columns);
}

long plain_count_correct_classes(const float *scores, const int32_t *classes, long rows,
                                 long columns) {
  long correct = 0;
  for (long row = 0; row < rows; row++)
    correct += greatest_column(scores + row * columns, columns) == classes[row];
  return correct;
}

long plain_count_correct_decisions(const float *scores, const float *targets, long count,
                                   float threshold) {
  long correct = 0;
  for (long i = 0; i < count; i++) correct += (scores[i] > threshold) == (targets[i] > 0.5f);
  return correct;
}
