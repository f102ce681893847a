import Datasets
import Language
import Networks
import TensorEngine
import Workbench

extension ExpressionFunction {
  /// Functions that reach into the batch in hand and into what the optimizer remembers.
  static let batchFunctions: [ExpressionFunction] = [
    ExpressionFunction(
      name: "inputs", usage: "inputs()",
      meaning: "the inputs of the batch in hand, scaled, one example a row", arity: 0...0
    ) { call throws(Diagnostic) in try call.inputs() },
    ExpressionFunction(
      name: "targets", usage: "targets()",
      meaning: "the targets of the batch in hand; classes from 0", arity: 0...0
    ) { call throws(Diagnostic) in try call.targets() },
    ExpressionFunction(
      name: "mask", usage: "mask(2)",
      meaning: "what dropout layer 2 multiplied by, for the batch in hand", arity: 1...1
    ) { call throws(Diagnostic) in try call.mask() },
    ExpressionFunction(
      name: "velocity", usage: "velocity(1)",
      meaning:
        "what the optimizer remembers for the weights of layer 1: velocity(1, \"second moment\")",
      arity: 1...2
    ) { call throws(Diagnostic) in try call.velocity() },
  ]
}

extension FunctionCall {
  /// The batch in hand as it is.
  func pass() throws(Diagnostic) -> BatchPass {
    guard let batch = state.network?.batch else { throw noBatch("forward") }
    return batch.pass
  }

  /// An image is one row too, pixel by pixel, its channels side by side: what `flatten` makes of it.
  func inputs() throws(Diagnostic) -> Quantity {
    let pass = try pass()
    return try matrix(of: pass.inputs, rows: pass.rows.count)
  }

  func targets() throws(Diagnostic) -> Quantity {
    let rows = try pass().rows
    guard let data = state.data else { throw noBatch("forward") }
    switch data.examples.targets {
    case .classes(let classes, _):
      let elements = rows.map { Double(classes[Int($0)]) }
      return .matrix(Matrix(rows: rows.count, columns: 1, elements: elements))
    case .values(_, let width):
      let values = data.dataset.targetNumbers
      let elements = rows.flatMap { row in values[Int(row) * width..<(Int(row) + 1) * width] }
      return .matrix(Matrix(rows: rows.count, columns: width, elements: elements))
    }
  }

  func mask() throws(Diagnostic) -> Quantity {
    let network = try network()
    let index = try layerIndex(in: network)
    let pass = try pass()
    guard let mask = pass.masks[index] else {
      let isDropout = network.layers[index] is Dropout
      throw Diagnostic(
        isDropout
          ? "outside training nothing is dropped, so there is no mask"
          : "layer \(index + 1), \(network.summaries[index].text), has no mask",
        at: arguments[0].range, hints: isDropout ? ["forward takes a batch in training"] : [])
    }
    return try matrix(of: mask)
  }

  func velocity() throws(Diagnostic) -> Quantity {
    let network = try network()
    let index = try layerIndex(in: network)
    guard let memory = network.training.optimizer, let first = memory.optimizer.slotNames.first
    else {
      throw Diagnostic(
        "the optimizer remembers nothing yet", at: name.range,
        hints: ["train optimizer=sgd momentum=0.9 has a velocity"])
    }
    let names = memory.optimizer.slotNames
    let wanted =
      arguments.count > 1 ? evaluator.text(of: arguments[1]) ?? arguments[1].formatted : first
    guard let slot = names.firstIndex(of: wanted) else {
      throw Wording.unknownWord(
        wanted, what: "memory of this optimizer", among: names, at: arguments[1].range)
    }
    guard let position = network.parameters[index].names.firstIndex(of: "kernel"),
      let tensor = network.remembered(names[slot], layer: index, parameter: position)
    else {
      throw Diagnostic(
        "layer \(index + 1), \(network.summaries[index].text), has no weights that are trained",
        at: arguments[0].range)
    }
    return try matrix(of: tensor)
  }
}
