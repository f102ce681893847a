public import TensorEngine

/// Lays a network out: where each value, gradient and parameter stands in the one arena, and
/// which operations run over them. Layers add themselves one after the other.
public struct PlanBuilder {
  /// A value that operations pass on, before the arena is there.
  public struct Place {
    let value: Arena.Floats
    let gradient: Arena.Floats?
    let width: Int

    func flow(in arena: Arena) -> Flow {
      Flow(value: arena[value], gradient: gradient.map { arena[$0] }, width: width)
    }
  }

  struct ParameterPlace {
    let value: Arena.Floats
    let gradient: Arena.Floats
    let penalty: Penalty

    func parameter(in arena: Arena) -> PlannedParameter {
      PlannedParameter(value: arena[value], gradient: arena[gradient], penalty: penalty)
    }
  }

  /// The most rows of a batch.
  let rows: Int
  let seed: UInt64
  var layout = Arena.Layout()
  /// Where the examples are.
  let input: Place
  /// Where the next layer's input is, and its shape without the batch.
  public private(set) var current: Place
  public private(set) var shape: Shape
  /// The parameters of the layer being laid.
  private var layerParameters: [ParameterPlace] = []
  private var streamName = ""
  /// Makes the operations, in order, once the arena is there.
  private(set) var operations: [(Arena) -> Operation] = []
  /// The places of all parameters, layer by layer.
  private(set) var parameters: [[ParameterPlace]] = []
  /// After how many operations each layer's output is there, and where.
  private(set) var outputs: [Place] = []

  init(_ network: Network, rows: Int, seed: UInt64, penalty: Penalty) {
    self.rows = rows
    self.seed = seed
    shape = network.inputShape
    let width = network.inputShape.count
    input = Place(value: layout.floats(rows * width), gradient: nil, width: width)
    current = input
    let ordinals = network.ordinals()
    for (index, specifications) in network.layerSpecifications().enumerated() {
      layerParameters = specifications.map { specification in
        let count = specification.shape.count
        return ParameterPlace(
          value: layout.floats(count), gradient: layout.floats(count),
          penalty: specification.role == .kernel
            ? Penalty(l1: specification.l1, l2: specification.l2) + penalty : Penalty())
      }
      parameters.append(layerParameters)
      streamName = "\(network.layers[index].kind.rawValue) \(ordinals[index])/step "
      network.layers[index].lay(into: &self)
      outputs.append(current)
    }
  }

  /// Reserves a value of this shape for each row, with its gradient.
  mutating func reserveOutput(shape: Shape) -> Place {
    Place(
      value: layout.floats(rows * shape.count), gradient: layout.floats(rows * shape.count),
      width: shape.count)
  }

  /// Makes `place` the input of the next operation.
  mutating func advance(to place: Place, shape: Shape) {
    current = place
    self.shape = shape
  }

  mutating func layDense(units: Int, usesBias: Bool) {
    let (input, output) = (current, reserveOutput(shape: [units]))
    let (kernel, bias) = (layerParameters[0], usesBias ? layerParameters[1] : nil)
    operations.append { arena in
      .dense(
        DenseOperation(
          input: input.flow(in: arena), output: output.flow(in: arena),
          kernel: kernel.parameter(in: arena), bias: bias?.parameter(in: arena)))
    }
    advance(to: output, shape: [units])
  }

  mutating func layDropout(rate: Double) {
    let (input, output) = (current, reserveOutput(shape: shape))
    let mask = layout.floats(rows * shape.count)
    let stream = RandomStream(seed: seed, name: streamName)
    operations.append { arena in
      .dropout(
        DropoutOperation(
          input: input.flow(in: arena), output: output.flow(in: arena), mask: arena[mask],
          rate: rate, stream: stream))
    }
    advance(to: output, shape: shape)
  }

  /// Applies a function, over its input where `inPlace` allows and the gradient is at hand.
  mutating func activate(_ activation: Activation, inPlace: Bool = true) {
    guard !(inPlace && activation == .linear) else { return }
    let input = current
    let output = inPlace ? input : reserveOutput(shape: shape)
    operations.append { arena in
      .activation(
        ActivationOperation(
          activation: activation, input: input.flow(in: arena), output: output.flow(in: arena)))
    }
    advance(to: output, shape: shape)
  }
}
