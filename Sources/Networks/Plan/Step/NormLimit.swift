import TensorEngine

/// Keeps what comes into each unit of one kernel within a Euclidean norm: max-norm.
///
/// After an update every column longer than the limit is multiplied by limit / norm, as Keras's
/// `MaxNorm(axis=0)` does; the others keep their bits, where Keras multiplies by
/// norm / (norm + 1e-7).
///
/// Source: Srivastava, Hinton, Krizhevsky, Sutskever and Salakhutdinov, "Dropout: A Simple Way to
/// Prevent Neural Networks from Overfitting", 2014, section 5.1.
struct NormLimit: Sendable {
  var parameter: ParameterPlace
  /// The units; the columns of the kernel.
  var columns: Int
  var limit: Float

  func apply(_ context: PlanContext) {
    context.kernels.limitColumns(
      of: context.slice(parameter.values, parameter.count), rows: parameter.count / columns,
      columns: columns, to: limit)
  }
}
