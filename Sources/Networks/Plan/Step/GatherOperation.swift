import TensorEngine

/// Brings the rows of a batch together: numbers or bytes, scaled, as `[rows, features]`.
struct GatherOperation: Sendable {
  var source: InputRows
  /// Where the batch goes.
  var input: Place
  /// Where the row numbers lie among the integers.
  var order: Int
  /// Where shift and scale lie, and how many of each there are; 0 for none.
  var shift: Int
  var scale: Int
  var scalingCount: Int

  func work(rows: Int) -> Int { rows * input.width * 20 }

  /// Where the rows from one on lie as the network takes them; nil where they have to be made.
  func rowsInPlace(from row: Int) -> UnsafePointer<Float>? {
    scalingCount == 0 ? source.floats(fromRow: row) : nil
  }

  /// Gathers the batch that begins at a position of the order.
  ///
  /// - Parameter place: Where it goes; nil for where the first operation finds it.
  func run(_ context: PlanContext, first: Int, _ part: Part, into place: Place? = nil) {
    let rows = part.rows(of: context.rows)
    let scaling =
      scalingCount == 0
      ? nil
      : ScalingSlices(
        shift: context.slice(shift, scalingCount), scale: context.slice(scale, scalingCount))
    context.kernels.gather(
      rows: context.integerSlice(order + first + rows.lowerBound, rows.count), of: source,
      into: context.values(place ?? input, rows), scaling: scaling)
  }
}
