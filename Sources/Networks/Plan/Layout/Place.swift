/// Where the values between two operations lie in a plan's memory, `[rows, width]`, and where
/// their gradients lie; offsets in floats.
struct Place: Sendable, Hashable {
  /// Where the batch lies: it is reserved first.
  static let batchStart = 0

  var values: Int
  /// Nil where nobody needs the gradient: before the first parameter that is trained, and in a
  /// plan that only looks forward.
  var gradient: Int?
  var width: Int
}

/// Where a parameter lies in a plan's memory, and where its gradient lies; offsets in floats.
struct ParameterPlace: Sendable, Hashable {
  var values: Int
  /// Nil where training does not change the parameter, and in a plan that only looks forward.
  var gradient: Int?
  var count: Int
  /// How many owners the columns of a kernel are divided among: those of each lie together.
  var owners = 1
  /// The columns of a kernel with owners.
  var columns = 0
}
