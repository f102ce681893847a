import TensorEngine

/// What each owner does with its own columns between two meetings of all owners.
struct OwnedStage: @unchecked Sendable {
  /// One thing after the other.
  enum Action: @unchecked Sendable {
    /// Brings the batch together for a dense layer, for each owner anew.
    case gather(UnsafePointer<DenseOperation>)
    case forward(PlacedOperation)
    /// Makes the gradient of the input.
    case backward(PlacedOperation)
    /// Makes the gradients of a dense layer and changes its parameters by them.
    case learn(UnsafePointer<LearningKernel>)
    /// Changes what no dense layer has.
    case learnRest(UnsafePointer<LearningRest>)
  }

  /// What changes from step to step.
  struct Moment {
    /// Where the batch comes from, and from which position of the order on.
    let gather: UnsafePointer<GatherOperation>
    let first: Int
    /// What changes the parameters; nil on the way forth.
    var change: ParameterChange?
  }

  let actions: UnsafePointer<Action>
  let count: Int

  func run(_ context: PlanContext, _ moment: Moment, owner: Int, of owners: Int) {
    let part = Part(index: owner, count: owners, cut: .columns)
    for index in 0..<count {
      switch actions[index] {
      case .gather(let dense):
        if let batch = dense.pointee.ownBatch(ofOwner: owner) {
          moment.gather.pointee.run(context, first: moment.first, .whole, into: batch)
        }
      case .forward(let operation): operation.forward(context, part)
      case .backward(let operation): operation.backward(context, part)
      case .learn(let kernel):
        if let change = moment.change { kernel.pointee.learn(context, part, change) }
      case .learnRest(let rest):
        if let change = moment.change { rest.pointee.learn(context, part, change) }
      }
    }
  }
}
