import Networks
import TensorEngine

/// What an optimizer remembers, as Keras 3 lays it out in `optimizer/vars`: "0" the steps, "1" the
/// learning rate, and from "2" on the slots, each a tensor for each parameter that is trained.
///
/// | optimizer | its slots in the file |
/// | --- | --- |
/// | rmsprop | the mean square, then the velocity, then the mean, each for all parameters |
/// | adam, adamw | for each parameter both moments; then the greatest second moment of all |
/// | nadam | for each parameter both moments; then the product of all momenta |
/// | another | for each parameter all |
///
/// A learning rate that follows a schedule has no place of its own.
enum KerasMemory {
  /// The places of slots in the optimizer's own order; those of one part stand in turn for each parameter.
  private static func parts(of optimizer: Optimizer) -> [[Int]] {
    let names = optimizer.slotNames
    switch optimizer.kind {
    case .adam, .adamw: return names.count == 3 ? [[0, 1], [2]] : [[0, 1]]
    case .rmsprop:
      return ["mean square", "velocity", "mean"].compactMap { names.firstIndex(of: $0) }.map {
        [$0]
      }
    default: return names.isEmpty ? [] : [Array(names.indices)]
    }
  }

  /// The group `vars` of a state; nil for more steps than 32 bits count.
  static func group(of state: OptimizerState) -> HDF5Writer.WrittenGroup? {
    guard let steps = Int32(exactly: state.steps) else { return nil }
    var numbers: [HDF5Writer.Content] = [
      .integer(steps), .tensor(scalar(Float(state.optimizer.learningRate))),
    ]
    for part in parts(of: state.optimizer) {
      for parameter in state.slots[part[0]].indices {
        numbers += part.map { .tensor(state.slots[$0][parameter]) }
      }
    }
    if case .nadam(let rule) = state.optimizer {
      let product = NadamStep.product(beta1: rule.beta1, steps: state.steps)
      numbers.append(.tensor(scalar(Float(product))))
    }
    var group = HDF5Writer.WrittenGroup()
    for (index, content) in numbers.enumerated() {
      group.members.append(.init(name: String(index), object: content))
    }
    return group
  }

  /// The steps, the rate where it has a place, and the slots of a file.
  ///
  /// - Parameter shapes: Of what is trained, in order.
  /// - Returns: Nil where the file has another number of tensors, or others.
  static func read(
    _ sets: [HDF5Tree.DataSet], in bytes: [UInt8], of optimizer: Optimizer, shapes: [Shape]
  ) -> (steps: Int, learningRate: Float?, slots: [[Tensor]])? {
    let parts = parts(of: optimizer)
    let last = optimizer.kind == .nadam ? 1 : 0
    let count = parts.reduce(0) { $0 + $1.count } * shapes.count + last
    guard sets.count == count + 1 || sets.count == count + 2,
      case .integer(let size) = sets[0].type, sets[0].shape == [],
      let steps = HDF5Numbers.integer(in: bytes, at: sets[0].place, size: size), steps >= 0
    else { return nil }
    var left = sets[1...]
    var learningRate: Float?
    if sets.count == count + 2 {
      learningRate = tensor(left.removeFirst(), in: bytes, shape: [])?.elements.first
      guard let learningRate, learningRate > 0 else { return nil }
    }
    var slots = [[Tensor]](repeating: [], count: optimizer.slotNames.count)
    for part in parts {
      for shape in shapes {
        for slot in part {
          guard let tensor = tensor(left.removeFirst(), in: bytes, shape: shape) else { return nil }
          slots[slot].append(tensor)
        }
      }
    }
    return (steps, learningRate, slots)
  }

  private static func scalar(_ value: Float) -> Tensor { Tensor(shape: [], elements: [value]) }

  /// A tensor of finite numbers; nil where it is none, or of another shape.
  private static func tensor(
    _ set: HDF5Tree.DataSet, in bytes: [UInt8], shape: Shape
  ) -> Tensor? {
    guard set.shape == shape, case .float(let size) = set.type else { return nil }
    let elements = HDF5Numbers.floats(in: bytes, at: set.place, size: size)
    guard elements.count == shape.count, elements.allSatisfy({ $0.isFinite }) else { return nil }
    return Tensor(shape: shape, elements: elements)
  }
}
