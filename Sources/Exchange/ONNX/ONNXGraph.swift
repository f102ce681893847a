import TensorEngine

/// The steps of a network as ONNX names them: nodes that take values by name and give values.
struct ONNXGraph {
  /// A setting of a node.
  enum Attribute {
    case whole(String, Int)
    case wholes(String, [Int])
    case float(String, Float)
  }

  private var nodes = ProtobufWriter()
  private var tensors = ProtobufWriter()
  /// The numbers of what is given, so that no name comes twice.
  private var count = 0
  /// The value that the last node gives.
  private(set) var current = "input"

  /// Appends a node that takes the current value and some tensors, and gives the next one.
  mutating func append(
    _ operation: String, _ parameters: [(name: String, tensor: Tensor)] = [],
    _ attributes: [Attribute] = []
  ) {
    let names = parameters.map { parameter in
      let name = "\(parameter.name)_\(count)"
      appendTensor(name, parameter.tensor)
      return name
    }
    appendNode(operation, taking: [current] + names, attributes)
  }

  /// Appends a node that takes values by name.
  mutating func appendNode(
    _ operation: String, taking inputs: [String], _ attributes: [Attribute] = []
  ) {
    count += 1
    current = "\(operation.lowercased())_\(count)"
    var node = ProtobufWriter()
    for input in inputs { node.append(input, field: 1) }
    node.append(current, field: 2)
    node.append(current, field: 3)
    node.append(operation, field: 4)
    for attribute in attributes { node.append(Self.message(of: attribute), field: 5) }
    nodes.append(node, field: 1)
  }

  private mutating func appendTensor(_ name: String, _ tensor: Tensor) {
    var message = ProtobufWriter()
    for size in tensor.shape.dimensions { message.append(size, field: 1) }
    message.append(Self.floats, field: 2)
    message.append(name, field: 8)
    var raw = ByteWriter()
    raw.append(tensor.elements)
    message.append(raw.bytes, field: 9)
    tensors.append(message, field: 5)
  }

  /// The number by which ONNX calls floats of 32 bits.
  private static let floats = 1

  private static func message(of attribute: Attribute) -> ProtobufWriter {
    var message = ProtobufWriter()
    switch attribute {
    case .float(let name, let value):
      message.append(name, field: 1)
      message.append(value, field: 2)
      message.append(1, field: 20)
    case .whole(let name, let value):
      message.append(name, field: 1)
      message.append(value, field: 3)
      message.append(2, field: 20)
    case .wholes(let name, let values):
      message.append(name, field: 1)
      for value in values { message.append(value, field: 8) }
      message.append(7, field: 20)
    }
    return message
  }

  /// The graph as a message, whose last value is its output.
  mutating func message(name: String, input: Shape, output: Shape) -> ProtobufWriter {
    appendNode("Identity", taking: [current])
    var message = ProtobufWriter()
    for fields in [nodes.bytes, tensors.bytes] { message.append(contentsOf: fields) }
    message.append(name, field: 2)
    message.append(Self.value("input", input), field: 11)
    message.append(Self.value(current, output), field: 12)
    return message
  }

  /// A value of batches of any size.
  private static func value(_ name: String, _ shape: Shape) -> ProtobufWriter {
    var sizes = ProtobufWriter()
    var batch = ProtobufWriter()
    batch.append("batch", field: 2)
    sizes.append(batch, field: 1)
    for dimension in shape.dimensions {
      var size = ProtobufWriter()
      size.append(dimension, field: 1)
      sizes.append(size, field: 1)
    }
    var tensor = ProtobufWriter()
    tensor.append(floats, field: 1)
    tensor.append(sizes, field: 2)
    var type = ProtobufWriter()
    type.append(tensor, field: 1)
    var value = ProtobufWriter()
    value.append(name, field: 1)
    value.append(type, field: 2)
    return value
  }
}
