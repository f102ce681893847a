import Synchronization
import TensorEngine

/// Evaluates a network on fixed rows, a bounded number of them at a time, in inference mode.
///
/// Where that takes several chunks of rows and the plan is small, each thread has a plan of its own
/// and takes one chunk after the other; else the threads share the operations of one plan. Rows
/// that follow each other are read where they lie, if nothing is to be done with them before.
final class InferenceRun {
  /// One for each thread, or one for all of them.
  private let plans: [Plan]
  private let pool: ThreadPool?
  private let rowCount: Int
  private let capacity: Int
  private let isClassification: Bool
  /// The first row, where the others follow it.
  private let firstRow: Int?
  /// The chunk that is taken next.
  private let nextChunk = Atomic<Int>(0)

  /// The most rows of a chunk. Sums are folded chunk by chunk, so it must not depend on the
  /// machine.
  private static let largestChunk = 256
  /// The most floats of a chunk, roughly.
  private static let chunkFloats = 1 << 24
  /// The most floats, roughly, of a plan that each thread has for itself.
  private static let ownFloats = 1 << 22

  /// - Throws: `shapeMismatch` for inputs of another shape.
  init(
    _ network: Network, _ examples: Examples, rows: [Int32], loss: Loss?,
    settings: LossSettings = LossSettings(), penalty: Penalty, kernels: Kernels, pool: ThreadPool?
  ) throws(EngineError) {
    capacity = InferenceRun.capacity(for: network, rows: rows.count)
    let count = InferenceRun.planCount(network, examples, rows: rows.count, capacity, pool)
    let request = PlanRequest(
      capacity: capacity, orderCapacity: rows.count, optimizer: nil, hasGradients: false,
      loss: loss, lossSettings: settings, penalty: penalty, kernels: kernels,
      pool: count > 1 ? pool?.alone : pool)
    var plans = [try Plan(network, examples, request)]
    // A thread whose plan finds no memory leaves the work to the others.
    while plans.count < count, let plan = try? Plan(network, examples, request) {
      plans.append(plan)
    }
    for plan in plans { plan.setOrder(rows) }
    self.plans = plans
    self.pool = pool
    rowCount = rows.count
    firstRow = rows.follow ? rows.first.map { Int($0) } : nil
    if case .classes = examples.targets {
      isClassification = true
    } else {
      isClassification = false
    }
  }

  /// One of the plans, which are alike.
  private var plan: Plan { plans[0] }

  /// The shape of one prediction.
  var outputShape: Shape { plan.layout.outputShape }

  /// Takes over the parameters of a plan of the same network.
  func takeParameters(from other: Plan) {
    for plan in plans { plan.takeParameters(from: other) }
  }

  /// Sets parameters to values that lie one after the other, as far as these reach.
  func write(_ values: [Float], to parameters: [ParameterIndex]) {
    var first = 0
    for index in parameters {
      let place = plan.layout.parameters[index.layer][index.parameter]
      let count = min(place.count, values.count - first)
      for plan in plans { plan.memory(at: place.values, count).write(values, from: first) }
      first += count
    }
  }

  /// What is done with a chunk of rows behind the forward pass; with several chunks at once.
  typealias Look = @Sendable (_ plan: Plan, _ batch: PlanContext, _ rows: Range<Int>) -> Void

  /// Judges all rows.
  ///
  /// - Parameter look: What else is done with each chunk, before it is judged.
  /// - Throws: `interrupted`, as all that goes over the rows.
  func evaluate(_ look: Look = { _, _, _ in }) throws(EngineError) -> Evaluation {
    let chunks = (rowCount + capacity - 1) / capacity
    var measures = [BatchMeasure](
      repeating: BatchMeasure(lossSum: 0, correct: 0), count: max(1, chunks))
    try measures.withSlice { [capacity] measures throws(EngineError) in
      try forEachChunk { plan, batch, rows in
        look(plan, batch, rows)
        measures[rows.lowerBound / capacity] = plan.measure(batch)
      }
    }
    let losses = rowCount * (plan.layout.head?.lossesPerRow ?? 1)
    return Evaluation(
      dataLoss: measures.reduce(0) { $0 + $1.lossSum } / Double(max(1, losses)),
      penalty: plan.penalty(),
      correctCount: isClassification ? measures.reduce(0) { $0 + $1.correct } : nil,
      count: rowCount)
  }

  /// The predictions of all rows, one after the other.
  func predict() throws(EngineError) -> [Float] {
    let output = plan.layout.output
    var predictions = [Float](repeating: 0, count: rowCount * output.width)
    try predictions.withSlice { predictions throws(EngineError) in
      try forEachChunk { _, batch, rows in
        predictions.rows(rows, width: output.width).write(batch.values(output))
      }
    }
    return predictions
  }

  /// The predictions of all rows, what the loss read to judge them, its logits for a cross-entropy,
  /// and how they were judged.
  func answers() throws(EngineError) -> (
    outputs: [Float], logits: [Float], evaluation: Evaluation
  ) {
    let output = plan.layout.output
    let scores = plan.layout.head?.scores ?? output
    var outputs = [Float](repeating: 0, count: rowCount * output.width)
    var logits = [Float](repeating: 0, count: rowCount * scores.width)
    let evaluation = try outputs.withSlice { outputs throws(EngineError) in
      try logits.withSlice { logits throws(EngineError) in
        try evaluate { _, batch, rows in
          outputs.rows(rows, width: output.width).write(batch.values(output))
          logits.rows(rows, width: scores.width).write(batch.values(scores))
        }
      }
    }
    return (outputs, plan.layout.head == nil ? [] : logits, evaluation)
  }

  /// The outputs of every layer for all rows.
  func layerOutputs() throws(EngineError) -> [Tensor] {
    let outputs = plan.layout.layerOutputs
    let places = outputs.map(\.place)
    var values = [Float](repeating: 0, count: places.reduce(0) { $0 + $1.width } * rowCount)
    // What a layer puts out may be its input as it is.
    try values.withSlice { [rowCount] values throws(EngineError) in
      try forEachChunk(inPlace: false) { _, batch, rows in
        var first = 0
        for place in places {
          let end = first + rowCount * place.width
          values[first..<end].rows(rows, width: place.width).write(batch.values(place))
          first = end
        }
      }
    }
    var first = 0
    return outputs.map { place, shape in
      defer { first += rowCount * place.width }
      return Tensor(
        shape: Shape([rowCount] + shape.dimensions),
        elements: Array(values[first..<first + rowCount * place.width]))
    }
  }

  /// Goes over all rows.
  ///
  /// - Parameter inPlace: Whether rows may stay where they lie.
  private func forEachChunk(inPlace: Bool = true, _ look: Look) throws(EngineError) {
    nextChunk.store(0, ordering: .relaxed)
    let isFinished = plan.examples.withInputRows { source in
      guard let pool, plans.count > 1 else {
        return takeChunks(with: plan, of: source, inPlace: inPlace, look)
      }
      let isCut = Atomic<Bool>(false)
      nonisolated(unsafe) let run = self
      pool.run(chunks: plans.count) { index in
        if !run.takeChunks(with: run.plans[index], of: source, inPlace: inPlace, look) {
          isCut.store(true, ordering: .relaxed)
        }
      }
      return !isCut.load(ordering: .relaxed)
    }
    if !isFinished { throw .interrupted }
  }

  /// Takes chunks until none is left; false where the work is called off before.
  private func takeChunks(
    with plan: Plan, of source: InputRows, inPlace: Bool, _ look: Look
  ) -> Bool {
    let gather = plan.gathering(from: source)
    while true {
      let chunk = nextChunk.wrappingAdd(1, ordering: .relaxed).oldValue
      let first = chunk * capacity
      if first >= rowCount { return true }
      if plan.interruption.isAsked() { return false }
      let rows = first..<min(first + capacity, rowCount)
      let place = inPlace ? firstRow.flatMap { plan.rowsInPlace(gather, from: $0 + first) } : nil
      let batch = plan.load(
        gather, first: first, count: rows.count, step: 0, isTraining: false, from: place)
      plan.forward(batch)
      if plan.isCalledOff { return false }
      look(plan, batch, rows)
    }
  }

  private static func capacity(for network: Network, rows: Int) -> Int {
    max(1, min(rows, largestChunk, chunkFloats / max(1, floats(ofRow: network))))
  }

  private static func floats(ofRow network: Network) -> Int {
    network.summaries.reduce(network.inputShape.count) { sum, layer in
      sum + min(layer.outputShape.count, chunkFloats)
    }
  }

  /// How many plans the threads of a pool have.
  private static func planCount(
    _ network: Network, _ examples: Examples, rows: Int, _ capacity: Int, _ pool: ThreadPool?
  ) -> Int {
    guard let pool, pool.threads > 1, rows > capacity else { return 1 }
    let work = Double(rows) * network.forwardWork.operations
    let targets: Int
    switch examples.targets {
    case .classes(let classes, _): targets = classes.count
    case .values(let values, _): targets = values.count
    }
    let parameters = network.parameters.reduce(0) { $0 + $1.tensors.reduce(0) { $0 + $1.count } }
    let floats = targets + parameters + capacity * floats(ofRow: network)
    guard work >= 4 * Double(pool.threshold), floats <= ownFloats else { return 1 }
    return min(pool.threads, (rows + capacity - 1) / capacity)
  }
}

extension [Int32] {
  /// Whether each number is one above that before it.
  fileprivate var follow: Bool { zip(self, dropFirst()).allSatisfy { $0 &+ 1 == $1 } }
}

extension Array where Element: BitwiseCopyable & Sendable {
  /// Gives access to the elements for threads that write to different ones.
  fileprivate mutating func withSlice<Result, Failure: Error>(
    _ body: (ArenaSlice<Element>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try withUnsafeMutableBufferPointer { buffer throws(Failure) in
      // An empty array may have no memory; nothing is written to it then.
      guard
        let base = buffer.baseAddress
          ?? UnsafeMutablePointer(bitPattern: MemoryLayout<Element>.alignment)
      else { preconditionFailure("an alignment is not 0") }
      return try body(ArenaSlice(base: base, count: buffer.count))
    }
  }
}

extension FloatSlice {
  /// Some rows of a matrix.
  fileprivate func rows(_ rows: Range<Int>, width: Int) -> FloatSlice {
    self[rows.lowerBound * width..<rows.upperBound * width]
  }
}
