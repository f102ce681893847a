/// The turns of a plan's owners in memory of their own, with what they point at.
struct OwnedSchedule: ~Copyable, @unchecked Sendable {
  enum Turn: @unchecked Sendable {
    case stage(UnsafePointer<OwnedStage>)
    case forward(UnsafePointer<OperationRun>)
    case backward(PlacedOperation)
  }

  private let kernels: FlatList<LearningKernel>
  private let rest: FlatList<LearningRest>
  private let actions: FlatList<OwnedStage.Action>
  private let stages: FlatList<OwnedStage>
  /// The way to what the loss reads.
  let forward: FlatList<Turn>
  /// The way back, with the changes of all parameters.
  let backward: FlatList<Turn>
  /// Whether each owner gathers the batch for itself.
  let gathers: Bool

  /// - Parameters:
  ///   - operations: All operations of the layout.
  ///   - runs: Those on the way to what the loss reads, one after the other.
  ///   - places: Where these lie.
  init(
    _ layout: PlanLayout, _ operations: UnsafePointer<PlacedOperation>, runs: [OperationRun],
    at places: UnsafePointer<OperationRun>
  ) {
    let turns = OwnedTurns(layout, runLengths: runs.map(\.count))
    let dense = turns.learning.compactMap { layout.operations[$0] as? DenseOperation }
    kernels = FlatList(
      dense.map { dense in
        LearningKernel(
          dense: dense, kernelPenalty: layout.penalty(on: dense.kernel),
          biasPenalty: dense.bias.flatMap { layout.penalty(on: $0) })
      })
    let learned = Set(dense.flatMap { [$0.kernel] + ($0.bias.map { [$0] } ?? []) })
    let parameters = layout.owners > 0 ? Array(layout.parameters.joined()) : []
    rest = FlatList(
      parameters.filter { $0.gradient != nil && !learned.contains($0) }.map {
        LearningRest(parameter: $0, penalty: layout.penalty(on: $0))
      })
    let (kernel, others) = (kernels.base, (first: rest.base, count: rest.count))
    func placed(_ action: OwnedTurns.Action) -> [OwnedStage.Action] {
      switch action {
      case .gather: return operations.pointee.dense.map { [OwnedStage.Action.gather($0)] } ?? []
      case .forward(let index): return [.forward(operations[index])]
      case .backward(let index): return [.backward(operations[index])]
      case .learn(let index): return [.learn(kernel + index)]
      case .learnRest: return (0..<others.count).map { .learnRest(others.first + $0) }
      }
    }
    let all = (turns.forward + turns.backward).map { turn -> [OwnedStage.Action] in
      guard case .stage(let actions) = turn else { return [] }
      return actions.flatMap { placed($0) }
    }
    actions = FlatList(all.flatMap { $0 })
    var next = actions.base
    stages = FlatList(
      all.map { actions in
        defer { next += actions.count }
        return OwnedStage(actions: next, count: actions.count)
      })
    let stage = stages.base
    func placed(_ index: Int, _ turn: OwnedTurns.Turn) -> Turn? {
      switch turn {
      case .stage: stage[index].count == 0 ? nil : .stage(stage + index)
      case .forward(let run): .forward(places + run)
      case .backward(let index): .backward(operations[index])
      }
    }
    gathers = turns.forward.first?.gathers ?? false
    let count = turns.forward.count
    forward = FlatList(turns.forward.indices.compactMap { placed($0, turns.forward[$0]) })
    backward = FlatList(
      turns.backward.indices.compactMap { placed(count + $0, turns.backward[$0]) })
  }
}
