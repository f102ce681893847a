import TensorEngine

/// A network, laid out for one batch size: a flat list of operations over memory that is
/// reserved before the first step.
///
/// A step is ``load(_:first:count:step:isTraining:from:)``, ``forwardToScores(_:)``, ``measure(_:)``,
/// ``backward(_:)`` and ``update(_:_:rate:)``; of a plan with owners it is
/// ``ownersForward(_:first:count:step:)``, ``measure(_:)`` and ``ownersBackward(_:_:_:rate:)``. None
/// of them allocates, retains or dispatches through an existential.
final class Plan {
  let layout: PlanLayout
  let examples: Examples
  private let arena: Arena
  private let pool: ThreadPool?
  /// Whether a pass takes so much work that it may be called off within.
  let isLong: Bool
  /// Whether the steps of a training are taken by owners of columns.
  let hasOwners: Bool
  private let context: PlanContext
  private let operations: OperationList
  private let runs: FlatList<OperationRun>
  /// How many of them lead to what the loss reads.
  private let scoreRuns: Int
  private let windows: FlatList<ImageWindow>
  private let products: FlatList<PreparedProduct>
  private let penalties: FlatList<PenaltyTerm>
  private let normLimits: FlatList<NormLimit>
  /// What the loss is made of; empty in a plan without one.
  private let heads: FlatList<OutputHead>
  private let order: Int
  private let scalingCount: Int
  private let readsRowsInPlace: Bool
  private let backwardStart: Int
  private let backwardCount: Int
  private let updateOperation: FlatList<UpdateOperation>
  private let clipOperation: ClipOperation
  /// The turns of the owners of the work; none in a plan whose rows are shared.
  private let schedule: OwnedSchedule

  /// - Throws: `outOfRange` where the batch does not fit into memory, `shapeMismatch` for inputs
  ///   of another shape.
  init(_ network: Network, _ examples: Examples, _ request: PlanRequest) throws(EngineError) {
    guard examples.inputShape == network.inputShape else {
      throw .shapeMismatch(
        what: "input", expected: network.inputShape, actual: examples.inputShape)
    }
    layout = try PlanLayout(network, examples, request)
    self.examples = examples
    var memory = Arena.Layout()
    let floats = memory.floats(layout.floatCount)
    let integers = memory.integers(layout.integerCount)
    arena = try Arena(memory, for: .batch(request.capacity))
    pool = request.pool
    let isShared = (request.pool?.threads ?? 1) > 1
    isLong = layout.isLong(rows: request.capacity)
    windows = FlatList(layout.windows)
    products = FlatList(layout.products)
    context = PlanContext(
      floats: arena[floats].base, integers: arena[integers].base, windows: windows.base,
      products: products.base, scratch: layout.scratch, scratchCount: layout.scratchCount,
      kernels: request.kernels,
      pool: isShared || isLong ? request.pool.map { Unmanaged.passUnretained($0) } : nil,
      threshold: isShared ? request.pool?.threshold ?? .max : Region.longWork)
    operations = OperationList(layout.operations)
    let toScores = OperationRun.all(operations.base, layout.operations[..<layout.backwardCount])
    scoreRuns = toScores.count
    runs = FlatList(
      toScores
        + OperationRun.all(operations.base, layout.operations[layout.backwardCount...]))
    penalties = FlatList(layout.penalties)
    normLimits = FlatList(layout.normLimits)
    heads = FlatList(layout.head.map { [$0] } ?? [])
    order = layout.order
    scalingCount = examples.gatheredScaling?.shift.count ?? 0
    readsRowsInPlace = layout.readsRowsInPlace
    backwardStart = layout.backwardStart
    backwardCount = layout.backwardCount
    updateOperation = FlatList([UpdateOperation(layout)])
    clipOperation = ClipOperation(layout.parameters.flatMap { $0 })
    schedule = OwnedSchedule(layout, operations.base, runs: toScores, at: runs.base)
    hasOwners = layout.owners > 0
    writeData()
    write(network.parameters)
  }

  /// What turns the rows of a batch into inputs, for memory that stays valid during the call.
  func gathering(from source: InputRows) -> GatherOperation {
    GatherOperation(
      source: source, input: layout.input, order: layout.order, shift: layout.shift,
      scale: layout.scale, scalingCount: scalingCount)
  }

  /// Where the rows from one on lie, if they may stay there.
  func rowsInPlace(_ gather: GatherOperation, from row: Int) -> UnsafePointer<Float>? {
    readsRowsInPlace ? gather.rowsInPlace(from: row) : nil
  }

  /// Sets the row numbers that the following batches are taken from.
  func setOrder(_ numbers: [Int32]) {
    context.integerSlice(layout.order, numbers.count).write(numbers)
  }

  /// The rows of the order as they are set.
  func order(_ count: Int) -> UnsafeMutableBufferPointer<Int32> {
    UnsafeMutableBufferPointer(start: context.integers + layout.order, count: count)
  }

  /// Loads the batch that begins at a position of the order.
  ///
  /// - Parameter rows: Where its rows lie, if they stay there.
  @inline(__always)
  func load(
    _ gather: GatherOperation, first: Int, count: Int, step: Int, isTraining: Bool,
    from rows: UnsafePointer<Float>? = nil
  ) -> PlanContext {
    var batch = self.batch(count, step: step, isTraining: isTraining)
    if let rows {
      batch.rowsInPlace = rows
    } else {
      withUnsafePointer(to: gather) { batch.perform(.gather($0, first: first)) }
    }
    loadTargets(batch, first: first)
    return batch
  }

  @inline(__always)
  private func batch(_ rows: Int, step: Int, isTraining: Bool) -> PlanContext {
    var batch = context
    batch.rows = rows
    batch.step = step
    batch.isTraining = isTraining
    return batch
  }

  @inline(__always)
  private func loadTargets(_ batch: PlanContext, first: Int) {
    if heads.count > 0 {
      heads.base.pointee.load(batch.integerSlice(order + first, batch.rows), batch)
    }
  }

  /// Loads the batch of a training's step that begins at a position of the order, and takes it to
  /// what the loss reads, as the owners do it.
  func ownersForward(
    _ gather: GatherOperation, first: Int, count: Int, step: Int
  ) -> PlanContext {
    let batch = batch(count, step: step, isTraining: true)
    loadTargets(batch, first: first)
    withUnsafePointer(to: gather) { gather in
      if !schedule.gathers { batch.perform(.gather(gather, first: first)) }
      take(schedule.forward, batch, .init(gather: gather, first: first, change: nil))
    }
    return batch
  }

  /// Takes the gradient of the batch's loss back, and changes the parameters on the way.
  ///
  /// - Parameter rate: The rate of the step, which a soft threshold goes by.
  func ownersBackward(
    _ batch: PlanContext, _ gather: GatherOperation, _ update: PreparedUpdate, rate: Double
  ) {
    withUnsafePointer(to: gather) { gather in
      withUnsafePointer(to: update) { update in
        let change = ParameterChange(update: updateOperation.base, prepared: update)
        take(schedule.backward, batch, .init(gather: gather, first: 0, change: change))
      }
    }
    limitParameters(batch, rate: rate)
  }

  private func take(
    _ turns: borrowing FlatList<OwnedSchedule.Turn>, _ batch: PlanContext,
    _ moment: OwnedStage.Moment
  ) {
    withUnsafePointer(to: moment) { moment in
      for index in 0..<turns.count {
        switch turns[index] {
        case .stage(let stage): batch.perform(.stage(stage, moment))
        case .forward(let run): batch.perform(.forwardRun(run))
        case .backward(let operation): batch.perform(.backward(operation))
        }
      }
    }
  }

  /// What calls off the work of the plan.
  var interruption: Interruption { pool?.interruption ?? .never }

  /// Whether a pass was called off, so that what it left is unfinished.
  @inline(__always)
  var isCalledOff: Bool { isLong && interruption.isAsked() }

  /// The parameters that a pass changes, such as moving means, and no gradient does.
  var statistics: FloatSlice {
    context.slice(
      layout.parameterStart + layout.trainedFloats, layout.parameterFloats - layout.trainedFloats)
  }

  /// Runs all operations in order.
  func forward(_ batch: PlanContext) { forward(batch, runs: runs.count) }

  /// Runs the operations in order, but for the last activation where the loss takes it along.
  @inline(__always)
  func forwardToScores(_ batch: PlanContext) { forward(batch, runs: scoreRuns) }

  @inline(__always)
  private func forward(_ batch: PlanContext, runs count: Int) {
    for index in 0..<count {
      let run = runs.pointer(index)
      batch.perform(run.pointee.count == 1 ? .forward(run.pointee.first.pointee) : .forwardRun(run))
    }
  }

  /// The losses of the batch and the gradient of their mean; a plan without a loss has none.
  @inline(__always)
  func measure(_ batch: PlanContext) -> BatchMeasure {
    guard heads.count > 0 else { return BatchMeasure(lossSum: 0, correct: 0) }
    return heads.base.pointee.measure(batch)
  }

  /// What the loss gains for large weights, with the parameters as they are.
  @inline(__always)
  func penalty() -> Double {
    var sum = 0.0
    for index in 0..<penalties.count { sum += penalties[index].value(context) }
    return sum
  }

  /// Runs the operations the other way round, down to the first layer that learns, and adds the
  /// gradients of the penalties.
  @inline(__always)
  func backward(_ batch: PlanContext) {
    backward(batch, operations: backwardStart..<max(backwardStart, backwardCount))
    addPenaltyGradients(batch)
  }

  /// Runs some of the operations the other way round, but for those that the loss takes along
  /// and those below the first layer that learns.
  @inline(__always)
  func backward(_ batch: PlanContext, operations range: Range<Int>) {
    let end = min(range.upperBound, backwardCount)
    for index in stride(from: end - 1, through: max(range.lowerBound, backwardStart), by: -1) {
      batch.perform(.backward(operations[index]))
    }
  }

  @inline(__always)
  func addPenaltyGradients(_ batch: PlanContext) {
    for index in 0..<penalties.count { penalties[index].addGradient(batch) }
  }

  /// Brings the gradients within a bound.
  func clip(_ batch: PlanContext, _ clipping: GradientClipping) {
    clipOperation.run(batch, clipping)
  }

  /// Changes the parameters by the gradients; a soft threshold and limits of norms come behind.
  ///
  /// - Parameter rate: The rate of the step, which a soft threshold goes by.
  @inline(__always)
  func update(_ batch: PlanContext, _ update: PreparedUpdate, rate: Double) {
    withUnsafePointer(to: update) { update in
      batch.perform(.update(updateOperation.base, update))
    }
    limitParameters(batch, rate: rate)
  }

  @inline(__always)
  private func limitParameters(_ batch: PlanContext, rate: Double) {
    for index in 0..<penalties.count { penalties[index].shrink(batch, rate: rate) }
    for index in 0..<normLimits.count { normLimits[index].apply(batch) }
  }

  /// The values at a place for a batch.
  func values(_ place: Place, _ batch: PlanContext) -> [Float] { batch.values(place).array }

  private func writeData() {
    if let scaling = examples.gatheredScaling {
      context.slice(layout.shift, scaling.shift.count).write(scaling.shift)
      context.slice(layout.scale, scaling.scale.count).write(scaling.scale)
    }
    if let weights = layout.head?.weights {
      context.slice(weights.table, layout.classWeights.count).write(layout.classWeights)
    }
    switch (examples.targets, layout.head?.store) {
    case (.classes(let classes, _), .classes(let offset, _)?):
      context.integerSlice(offset, classes.count).write(classes)
    case (.values(let values, _), .values(let offset, _)?):
      context.slice(offset, values.count).write(values)
    default: break
    }
  }

  /// The memory of all parameters: those that are trained, and behind them the others.
  var parameterBlock: FloatSlice { context.slice(layout.parameterStart, layout.parameterFloats) }

  /// Some of the plan's memory.
  func memory(at start: Int, _ count: Int) -> FloatSlice { context.slice(start, count) }
}
