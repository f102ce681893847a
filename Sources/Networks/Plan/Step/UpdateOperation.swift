import TensorEngine

/// Changes all parameters by one optimizer step; the slots lie like the parameters.
struct UpdateOperation: Sendable {
  /// Where the parameters, their gradients and up to three slots begin.
  var parameters: Int
  var gradients: Int
  var slots: (first: Int, second: Int, third: Int)
  var count: Int
  /// How many slots there are.
  var slotCount: Int

  init(_ layout: PlanLayout) {
    parameters = layout.parameterStart
    gradients = layout.gradientStart
    let starts = layout.slotStarts + [0, 0, 0]
    slots = (starts[0], starts[1], starts[2])
    count = layout.trainedFloats
    slotCount = layout.slotStarts.count
  }

  /// A step with a root and a division counts as much as 70 floating-point operations.
  var work: Int { count * (slotCount >= 2 ? 70 : 15) }

  @inline(__always)
  func run(_ context: PlanContext, _ update: PreparedUpdate, chunk: Int, of chunks: Int) {
    let range = ThreadPool.range(ofChunk: chunk, of: chunks, count: count)
    run(context, update, range, gradient: gradients + range.lowerBound)
  }

  /// Changes some of the parameters, numbered from the first of all on, by a gradient that lies
  /// anywhere.
  @inline(__always)
  func run(
    _ context: PlanContext, _ update: PreparedUpdate, _ range: Range<Int>, gradient: Int
  ) {
    let slices = UpdateSlices(
      weights: context.slice(parameters + range.lowerBound, range.count),
      gradient: context.slice(gradient, range.count),
      first: context.slice(slots.first + range.lowerBound, range.count),
      second: context.slice(slots.second + range.lowerBound, range.count),
      third: context.slice(slots.third + range.lowerBound, range.count))
    update.apply(to: slices, context.kernels)
  }
}

/// A step of the optimizer that is taken for some parameters after the other.
struct ParameterChange {
  let update: UnsafePointer<UpdateOperation>
  let prepared: UnsafePointer<PreparedUpdate>

  /// Changes parameters from a place in the memory on, by the gradient at another.
  @inline(__always)
  func apply(_ context: PlanContext, from place: Int, _ count: Int, gradient: Int) {
    let first = place - update.pointee.parameters
    update.pointee.run(context, prepared.pointee, first..<first + count, gradient: gradient)
  }
}
