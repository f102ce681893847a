package import Networks
import TensorEngine

/// A network as a file of ONNX, operator set 18, which ONNX Runtime and many other programs run.
///
/// Inputs are as here: images are height x width x channels. ONNX's own layers of images want the
/// channels first, so transpositions stand before the first of them and behind the last.
///
/// Source: The Linux Foundation, *Open Neural Network Exchange*, `onnx.proto` and "Operators".
package enum ONNXFile {
  private static let operatorSet = 18
  private static let formatVersion = 8

  /// The bytes of a network's file.
  ///
  /// - Parameter preparation: What was done to its inputs.
  /// - Throws: `ExchangeError` for a layer that can't be expressed so.
  package static func file(
    of network: Network, preparation: Preparation?
  ) throws(ExchangeError) -> ExchangedFile {
    guard !network.layers.isEmpty else { throw .nothingToWrite }
    var writing = ONNXWriting()
    for (summary, parameters) in zip(network.summaries, network.parameters) {
      try writing.append(summary, parameters)
    }
    writing.putChannelsLast()
    var model = ProtobufWriter()
    model.append(formatVersion, field: 1)
    model.append("overfit", field: 2)
    model.append(
      writing.graph.message(
        name: network.name, input: network.inputShape, output: network.outputShape), field: 7)
    var operators = ProtobufWriter()
    operators.append("", field: 1)
    operators.append(operatorSet, field: 2)
    model.append(operators, field: 8)
    var notes: [ExchangeNote] = []
    if !writing.left.isEmpty { notes.append(.trainingLayers(writing.left)) }
    if let scaling = preparation?.scaling { notes.append(.scaled(scaling.kind)) }
    if let logits = network.training.loss?.impliedActivation, network.outputActivation == .linear {
      notes.append(.logits(logits.rawValue))
    }
    return ExchangedFile(bytes: model.bytes, notes: notes)
  }
}

/// Layers as nodes of a graph.
private struct ONNXWriting {
  var graph = ONNXGraph()
  /// The layers that are left out.
  private(set) var left: [String] = []
  /// Whether the channels of images stand before their rows.
  private var hasChannelsFirst = false

  mutating func append(
    _ summary: LayerSummary, _ parameters: LayerParameters
  ) throws(ExchangeError) {
    switch summary.layer {
    case let layer as Dense:
      flatten(summary.inputShape)
      appendWeights("Gemm", parameters, kernel: parameters["kernel"])
      append(layer.activation)
    case let layer as Convolution:
      putChannelsFirst()
      appendWeights(
        "Conv", parameters, kernel: parameters["kernel"].map(Self.filtersFirst),
        Self.window(layer.size, layer.stride, layer.padding, on: summary))
      append(layer.activation)
    case let layer as MaxPooling:
      putChannelsFirst()
      graph.append(
        "MaxPool", [],
        Self.window(layer.size, layer.stride ?? layer.size, layer.padding, on: summary))
    case let layer as AveragePooling:
      putChannelsFirst()
      graph.append(
        "AveragePool", [],
        Self.window(layer.size, layer.stride ?? layer.size, layer.padding, on: summary))
    case is Flatten: flatten(summary.inputShape)
    case let layer as ActivationLayer: append(layer.activation, slope: layer.slope)
    case let layer as BatchNorm: try append(layer, summary, parameters)
    case is Dropout, is GaussianNoise: left.append(summary.text)
    default:
      throw .layer(name: "layer \(summary.number)", kind: summary.kind, .unknownClass)
    }
  }

  private mutating func appendWeights(
    _ operation: String, _ parameters: LayerParameters, kernel: Tensor?,
    _ attributes: [ONNXGraph.Attribute] = []
  ) {
    let tensors = [("kernel", kernel), ("bias", parameters["bias"])]
    graph.append(
      operation, tensors.compactMap { name, tensor in tensor.map { (name, $0) } }, attributes)
  }

  private mutating func append(
    _ layer: BatchNorm, _ summary: LayerSummary, _ parameters: LayerParameters
  ) throws(ExchangeError) {
    let shape = summary.inputShape
    guard shape.rank == 1 || shape.rank == 3 else {
      throw .layer(name: "layer \(summary.number)", kind: summary.kind, .needsRow(shape))
    }
    if shape.rank == 3 { putChannelsFirst() }
    let features: Shape = [shape.last]
    let usual: [(String, Float)] = [
      ("gamma", 1), ("beta", 0), ("moving_mean", 0), ("moving_variance", 1),
    ]
    graph.append(
      "BatchNormalization",
      usual.map { name, value in
        (name, parameters[name] ?? Tensor(shape: features, repeating: value))
      }, [.float("epsilon", Float(layer.epsilon))])
  }

  private mutating func append(_ activation: Activation, slope: Double? = nil) {
    func number(_ value: Float) -> Tensor { Tensor(shape: [], elements: [value]) }
    let input = graph.current
    switch activation {
    case .linear: break
    case .sigmoid: graph.append("Sigmoid")
    case .tanh: graph.append("Tanh")
    case .relu: graph.append("Relu")
    case .leakyRelu:
      graph.append(
        "LeakyRelu", [], [.float("alpha", Float(slope ?? Activation.standardSlope))])
    case .elu: graph.append("Elu", [], [.float("alpha", 1)])
    case .selu:
      graph.append("Selu", [], [.float("alpha", 1.6732632), .float("gamma", 1.050701)])
    case .softplus: graph.append("Softplus")
    case .swish:
      graph.append("Sigmoid")
      graph.appendNode("Mul", taking: [graph.current, input])
    case .gelu:
      // x (1 + erf(x / √2)) / 2
      graph.append("Mul", [("root", number(0.70710677))])
      graph.append("Erf")
      graph.append("Add", [("one", number(1))])
      graph.appendNode("Mul", taking: [graph.current, input])
      graph.append("Mul", [("half", number(0.5))])
    case .softmax:
      putChannelsLast()
      graph.append("Softmax", [], [.whole("axis", -1)])
    }
  }

  private mutating func flatten(_ shape: Shape) {
    guard shape.rank > 1 else { return }
    putChannelsLast()
    graph.append("Flatten", [], [.whole("axis", 1)])
  }

  private mutating func putChannelsFirst() {
    guard !hasChannelsFirst else { return }
    graph.append("Transpose", [], [.wholes("perm", [0, 3, 1, 2])])
    hasChannelsFirst = true
  }

  mutating func putChannelsLast() {
    guard hasChannelsFirst else { return }
    graph.append("Transpose", [], [.wholes("perm", [0, 2, 3, 1])])
    hasChannelsFirst = false
  }

  /// A kernel with its filters and channels before its rows and columns.
  private static func filtersFirst(_ kernel: Tensor) -> Tensor {
    let sizes = kernel.shape.dimensions
    guard sizes.count == 4 else { return kernel }
    let (area, channels, filters) = (sizes[0] * sizes[1], sizes[2], sizes[3])
    var elements = [Float](repeating: 0, count: kernel.count)
    for place in 0..<area {
      for channel in 0..<channels {
        for filter in 0..<filters {
          elements[(filter * channels + channel) * area + place] =
            kernel.elements[(place * channels + channel) * filters + filter]
        }
      }
    }
    return Tensor(shape: [filters, channels, sizes[0], sizes[1]], elements: elements)
  }

  /// The settings of a window over images, its padding in pixels.
  private static func window(
    _ size: WindowSize, _ stride: WindowSize, _ padding: ImageWindow.Padding,
    on summary: LayerSummary
  ) -> [ONNXGraph.Attribute] {
    let (input, output) = (summary.inputShape.dimensions, summary.outputShape.dimensions)
    func missing(_ axis: Int, _ window: Int, _ stride: Int) -> Int {
      padding == .valid ? 0 : max(0, (output[axis] - 1) * stride + window - input[axis])
    }
    let rows = missing(0, size.height, stride.height)
    let columns = missing(1, size.width, stride.width)
    return [
      .wholes("kernel_shape", [size.height, size.width]),
      .wholes("strides", [stride.height, stride.width]),
      // The smaller half stands above and to the left.
      .wholes("pads", [rows / 2, columns / 2, rows - rows / 2, columns - columns / 2]),
    ]
  }
}
