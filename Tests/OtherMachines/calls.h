// One call, or a few, of each kernel in the order of the table; kernels.c says what k, x, n and m
// are, and includes this twice.

CALL(matrix_product, products(k, x, n, m);)
CALL(dense_gradients, gradients(k, x, n, m);)
CALL(double_product, double_products(k, x, n, m);)
CALL(subtract_and_dot, double d[3][300];
     for (int i = 0; i < 3; i++) as_doubles(x[i], d[i], n);
     const double sum = k->subtract_and_dot(d[0], d[1], 0.3, d[2], n);
     for (long i = 0; i < n; i++) x[3][i] = (float)d[0][i]; x[4][0] = (float)sum;)
CALL(add_bias, k->add_bias(x[0], x[1], m, n);)
CALL(column_sums, k->column_sums(x[0], x[1], m, n, 0, n, 0);
     k->column_sums(x[0], x[1], m, n, n / 3, n - n / 4, 1);)
CALL(transpose, k->transpose(x[0], x[1], n, m); k->transpose(x[0], x[2], m, n);)

CALL(convolution, const WindowArguments g = window_of(n, m);
     if (convolution_scratch(&g) > (long)(sizeof scratch / sizeof *scratch)) abort();
     k->convolution(&g, x[0], x[1], x[2], x[3], 0, 2, 1, scratch);
     k->convolution(&g, x[0], x[1], 0, x[4], 0, 2, 0, scratch);)
CALL(convolution_by_input, const WindowArguments g = window_of(n, m);
     k->convolution_by_input(&g, x[0], x[1], x[2], 0, 2, scratch);)
CALL(convolution_by_kernel, const WindowArguments g = window_of(n, m);
     const long rows = g.window_height * g.window_width * g.channels;
     k->convolution_by_kernel(&g, x[0], x[1], x[2], x[4], 2, 0, rows, scratch);
     k->convolution_by_kernel(&g, x[0], x[1], x[3], 0, 2, rows / 3, rows, scratch);)
CALL(max_pooling, const WindowArguments g = pool_of(n, m);
     k->max_pooling(&g, x[0], x[1], 0, 2);)
CALL(max_pooling_backward, const WindowArguments g = pool_of(n, m);
     k->max_pooling_backward(&g, x[0], x[1], x[2], 0, 2, 0);
     k->max_pooling_backward(&g, x[0], x[1], x[3], 1, 2, 1);)
CALL(average_pooling, const WindowArguments g = pool_of(n, m);
     k->average_pooling(&g, x[0], x[1], 0, 2);)
CALL(average_pooling_backward, const WindowArguments g = pool_of(n, m);
     k->average_pooling_backward(&g, x[0], x[1], 0, 2);)

CALL(exponential, k->exponential(x[0], x[1], n);)
CALL(logarithm, k->logarithm(x[0], x[1], n);)
CALL(sigmoid, k->sigmoid(x[0], x[1], n);)
CALL(hyperbolic_tangent, k->hyperbolic_tangent(x[0], x[1], n);)
CALL(rectify, k->rectify(x[0], x[1], n);)
CALL(softmax, k->softmax(x[0], x[1], m, n); k->softmax(x[2], x[2], n, m);)

CALL(sigmoid_backward, k->sigmoid_backward(x[0], x[1], x[2], n);)
CALL(hyperbolic_tangent_backward, k->hyperbolic_tangent_backward(x[0], x[1], x[2], n);)
CALL(rectify_backward, k->rectify_backward(x[0], x[1], x[2], n);)
CALL(softmax_backward, k->softmax_backward(x[0], x[1], x[2], m, n);)

CALL(leaky_rectify, k->leaky_rectify(x[0], x[1], n, 0.3f);)
CALL(leaky_rectify_backward, k->leaky_rectify_backward(x[0], x[1], x[2], n, 0.3f);)
CALL(elu, k->elu(x[0], x[1], n);)
CALL(elu_backward, k->elu_backward(x[0], x[1], x[2], n);)
CALL(selu, k->selu(x[0], x[1], n);)
CALL(selu_backward, k->selu_backward(x[0], x[1], x[2], n);)
CALL(gelu, k->gelu(x[0], x[1], n);)
CALL(gelu_backward, k->gelu_backward(x[0], x[1], x[2], n);)
CALL(swish, k->swish(x[0], x[1], n);)
CALL(swish_backward, k->swish_backward(x[0], x[1], x[2], n);)
CALL(softplus, k->softplus(x[0], x[1], n);)
CALL(softplus_backward, k->softplus_backward(x[0], x[1], x[2], n);)

CALL(column_moments, const ColumnArguments s = {m, n, n / 3, n};
     k->column_moments(x[0], x[1], x[2], &s);)
CALL(normalize, const ColumnArguments s = {m, n, n / 3, n};
     k->normalize(x[0], x[1], x[2], x[3], x[4], &s);)
CALL(normalize_sums, const ColumnArguments s = {m, n, n / 3, n};
     k->normalize_sums(x[0], x[1], x[2], x[3], x[4], &s);)
CALL(normalize_backward, const ColumnArguments s = {m, n, n / 3, n};
     k->normalize_backward(x[0], x[1], x[2], x[3], x[4], x[4] + 512, x[5], &s);)

CALL(softmax_cross_entropy, if (n < 1) return;
     k->softmax_cross_entropy(x[0], numbers_below(x[1], m, n), x[2], x[3], m, n, 0.3f);)
CALL(sigmoid_cross_entropy, k->sigmoid_cross_entropy(x[0], x[1], x[2], x[3], n, 0.3f);)
CALL(squared_error, k->squared_error(x[0], x[1], x[2], x[3], n, 0.3f);)
CALL(softmax_cross_entropy_targets,
     k->softmax_cross_entropy_targets(x[0], x[1], x[2], x[3], m, n, 0.3f);)
CALL(absolute_error, k->absolute_error(x[0], x[1], x[2], x[3], n, 0.3f);)
CALL(hinge, k->hinge(x[0], x[1], x[2], x[3], n, 0.3f);)
CALL(greatest_columns, if (n < 1) return;
     k->greatest_columns(x[0], (int32_t *)(void *)x[1], m, n);)
CALL(count_correct_classes, if (n < 1) return;
     x[2][0] = (float)k->count_correct_classes(x[0], numbers_below(x[1], m, n), m, n);)
CALL(count_correct_decisions,
     x[2][0] = (float)k->count_correct_decisions(x[0], x[1], n, 0.5f);)

CALL(sum, x[1][0] = k->sum(x[0], n * m);)
CALL(sum_of_squares, x[1][0] = k->sum_of_squares(x[0], n * m);)
CALL(sum_of_magnitudes, x[1][0] = k->sum_of_magnitudes(x[0], n * m);)
CALL(dot_product, x[1][0] = k->dot_product(x[0], x[2], n * m);)

CALL(sgd, k->sgd(x[0], x[1], n, 0.1f, -0.03f);)
CALL(momentum, k->momentum(x[0], x[1], x[2], n, 0.1f, 0.9f, -0.03f);)
CALL(nesterov, k->nesterov(x[0], x[1], x[2], n, 0.1f, 0.9f, -0.03f);)
CALL(adam, const AdamArguments s = {0.001f, 0.1f, 0.001f, 1e-7f, -0.03f};
     k->adam(x[0], x[1], x[2], 0, x[3], n, &s); k->adam(x[0], x[1], x[2], x[4], x[3], n, &s);)
CALL(nadam, const NadamArguments s = {0.001f, 0.0001f, 0.1f, 0.001f, 1.5f, 1e-7f, -0.03f};
     k->nadam(x[0], x[1], x[2], x[3], n, &s);)
CALL(rmsprop, const RMSpropArguments s = {0.01f, 0.9f, 0.1f, 0.5f, 1e-7f, -0.03f};
     k->rmsprop(x[0], x[1], 0, 0, x[4], n, &s); k->rmsprop(x[0], x[1], 0, x[3], x[4], n, &s);
     k->rmsprop(x[0], x[1], x[2], x[3], x[4], n, &s);)
CALL(adagrad, k->adagrad(x[0], x[1], x[2], n, 0.1f, 1e-7f, -0.03f);)
CALL(adadelta, const RMSpropArguments s = {0.01f, 0.9f, 0.1f, 0.5f, 1e-7f, -0.03f};
     k->adadelta(x[0], x[1], x[2], x[3], n, &s);)
CALL(clip, k->clip(x[0], x[1], n, 0.7f);)

CALL(fill, k->fill(x[0], n, 0.7f);)
CALL(scale, k->scale(x[0], x[1], n, 0.7f);)
CALL(add, k->add(x[0], x[1], n);)
CALL(add_scaled, k->add_scaled(x[0], x[1], n, 0.7f);)
CALL(add_signs, k->add_signs(x[0], x[1], n, 0.7f);)
CALL(soft_threshold, k->soft_threshold(x[0], n, 0.3f);)
CALL(multiply, k->multiply(x[0], x[1], x[2], n);)
CALL(affine, k->affine(x[0], x[1], n, 0.9f, 0.05f);)
CALL(scale_rows, k->scale_rows(x[0], x[1], m, n);)
CALL(limit_columns, k->limit_columns(x[0], m, n, n / 3, n - n / 4, 1.5f);)

CALL(gather_floats, const ScalingArguments none = {0, 0, 0}, one = {x[3], x[4], 1};
     const ScalingArguments each = {x[3], x[4], n}; const int32_t *rows = numbers_below(x[2], m, m);
     k->gather_floats(x[0], rows, x[1], m, n, &none);
     k->gather_floats(x[0], rows, x[1], m, n, &one);
     k->gather_floats(x[0], rows, x[5], m, n, &each);)
CALL(gather_bytes, const ScalingArguments none = {0, 0, 0}, one = {x[3], x[4], 1};
     const ScalingArguments each = {x[3], x[4], n}; const int32_t *rows = numbers_below(x[2], m, m);
     const uint8_t *bytes = (const uint8_t *)(const void *)x[0];
     k->gather_bytes(bytes, rows, x[1], m, n, &none);
     k->gather_bytes(bytes, rows, x[1], m, n, &one);
     k->gather_bytes(bytes, rows, x[5], m, n, &each);)

CALL(random_words,
     k->random_words(7, 9, (uint64_t)m, (uint32_t *)(void *)x[0], n);
     k->random_words(7, 9, (uint64_t)-5, (uint32_t *)(void *)x[1], n);)
CALL(dropout, const DropoutArguments s = {7, 9, (uint64_t)m, 5033165, 1.4285715f};
     const DropoutArguments whole = {7, 9, 8, 5033165, 1.4285715f};
     k->dropout(&s, x[0], 0, x[1], x[2], n); k->dropout(&whole, x[3], x[3], x[4], x[5], n);)
CALL(dropout_backward, k->dropout_backward(x[0], x[1], x[2], x[3], n);)
CALL(uniforms, const UniformArguments s = {-0.1f, 0.3f, 0.2f};
     k->uniforms(7, 9, (uint64_t)m, x[0], n, &s);)
CALL(normals, k->normals(7, 9, (uint64_t)m, x[0], n, 1); k->normals(7, 9, 0, x[1], n, 0.1f);)
