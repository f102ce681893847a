/// How the owners of a plan take turns in a step, operations by their numbers: stages of work on
/// columns of their own, and between them operations whose rows are shared. All meet behind a turn.
struct OwnedTurns {
  enum Action: Equatable {
    case gather
    case forward(Int)
    case backward(Int)
    /// By the number in ``learning``.
    case learn(Int)
    case learnRest
  }

  enum Turn: Equatable {
    case stage([Action])
    /// By the number of the run.
    case forward(Int)
    case backward(Int)

    var gathers: Bool {
      if case .stage(let actions) = self { actions.contains(.gather) } else { false }
    }
  }

  private let layout: PlanLayout
  private(set) var forward: [Turn] = []
  private(set) var backward: [Turn] = []
  /// The dense layers that learn.
  private(set) var learning: [Int] = []

  /// - Parameter runLengths: How many operations on the way to what the loss reads run together.
  init(_ layout: PlanLayout, runLengths: [Int]) {
    self.layout = layout
    guard layout.owners > 0 else { return }
    var first = 0
    for (run, length) in runLengths.enumerated() {
      goForward(first, of: length, run: run)
      first += length
    }
    goBack()
  }

  private mutating func goForward(_ index: Int, of count: Int, run: Int) {
    let operation = layout.operations[index]
    if let dense = operation as? DenseOperation, dense.kernel.owners == layout.owners {
      forward.append(.stage(dense.ownBatches == nil ? [] : [.gather]))
      Self.add(.forward(index), to: &forward)
    } else if count == 1, operation.keepsColumnsApart, case .stage? = forward.last {
      Self.add(.forward(index), to: &forward)
    } else {
      forward.append(.forward(run))
    }
  }

  private mutating func goBack() {
    // The kernels whose old values are read until all meet.
    var read: [Action] = []
    for index in (layout.backwardStart..<max(layout.backwardStart, layout.backwardCount)).reversed()
    {
      let operation = layout.operations[index]
      if let dense = operation as? DenseOperation {
        goBack(through: dense, index, &read)
      } else if operation.keepsColumnsApart, case .stage? = backward.last {
        Self.add(.backward(index), to: &backward)
      } else {
        backward.append(.backward(index))
      }
    }
    backward.append(.stage(read + [.learnRest]))
  }

  /// A kernel with owners learns by columns, which need no other column of what is behind it, but the
  /// gradient of its input needs all. A kernel that lies as it is learns by rows, as its input has
  /// columns: each owner reads the rows that it changes afterwards.
  private mutating func goBack(
    through dense: DenseOperation, _ index: Int, _ read: inout [Action]
  ) {
    let isDivided = layout.owners > 1 && dense.kernel.owners == layout.owners
    let goesOn = dense.input.gradient != nil
    if goesOn || !isDivided {
      backward.append(.stage(read))
      read = []
    } else if case .stage? = backward.last {
    } else {
      backward.append(.stage([]))
    }
    if goesOn { Self.add(.backward(index), to: &backward) }
    guard dense.kernel.gradient != nil || dense.bias?.gradient != nil else { return }
    learning.append(index)
    let action = Action.learn(learning.count - 1)
    if isDivided && goesOn { read.append(action) } else { Self.add(action, to: &backward) }
  }

  private static func add(_ action: Action, to turns: inout [Turn]) {
    guard case .stage(let actions)? = turns.last else { preconditionFailure("no stage is open") }
    turns[turns.count - 1] = .stage(actions + [action])
  }
}
