import JSON
import Networks
import TensorEngine

/// Parts of layers that several of them have, as Keras writes them.
extension KerasSettings {
  /// What every layer has: whether it learns; its numbers must be floats of 32 bits.
  mutating func isFrozen(_ notes: inout [ExchangeNote]) throws(ExchangeError) -> Bool {
    ignore("name", "batch_input_shape", "batch_shape", "build_config", "input_dtype")
    if value("seed") != nil { notes.append(.seeds) }
    if let type = value("dtype") {
      let name = type.string ?? type["config"]?["name"]?.string
      guard name == "float32" else { throw refusal(of: "dtype", type) }
    }
    return try !flag("trainable", usual: true)
  }

  /// The function of a layer.
  mutating func activation(_ name: String = "activation") throws(ExchangeError) -> Activation {
    guard let value = value(name) else { return .linear }
    let word = value.string ?? (value["class_name"] == "function" ? value["config"]?.string : nil)
    let known = word == "silu" ? "swish" : word
    guard let activation = known.flatMap(Activation.init) else { throw refusal(of: name, value) }
    return activation
  }

  /// How a parameter is drawn; what is not known here is noted.
  mutating func initializer(
    _ name: String, usual: Initializer, _ notes: inout [ExchangeNote]
  ) -> Initializer {
    guard let value = value(name) else { return usual }
    if Self.drawsFromSeed(value) { notes.append(.seeds) }
    if let initializer = Self.initializer(value) { return initializer }
    let kind = value.string ?? value["class_name"]?.string ?? value.text
    notes.append(.initializer(layer: self.name, kind: kind))
    return usual
  }

  /// An initializer that is not asked for where weights are drawn anew: anything but the usual one
  /// is noted.
  mutating func fixedInitializer(
    _ name: String, _ usual: Initializer, _ notes: inout [ExchangeNote]
  ) {
    let found = initializer(name, usual: usual, &notes)
    if found != usual { notes.append(.initializer(layer: self.name, kind: found.rawValue)) }
  }

  private static func drawsFromSeed(_ value: JSONValue) -> Bool {
    (value["config"]?["seed"]).map { $0 != .null } ?? false
  }

  /// The initializer of a name, or of a class with its settings; nil for one that is not known.
  private static func initializer(_ value: JSONValue) -> Initializer? {
    if let name = value.string { return Initializer(rawValue: name) ?? classes[name] }
    guard let kind = value["class_name"]?.string else { return nil }
    let config = value["config"]
    func holds(_ name: String, _ usual: Double) -> Bool {
      config?[name]?.double.map { $0 == usual } ?? true
    }
    switch kind {
    case "Constant": return (config?["value"]?.double ?? 0).constant
    case "RandomUniform":
      return holds("minval", -0.05) && holds("maxval", 0.05) ? .uniform : nil
    case "RandomNormal": return holds("mean", 0) && holds("stddev", 0.05) ? .normal : nil
    case "Orthogonal", "OrthogonalInitializer": return holds("gain", 1) ? .orthogonal : nil
    case "VarianceScaling": return config.flatMap(scaled)
    default: return classes[kind]
    }
  }

  private static let classes: [String: Initializer] = [
    "GlorotUniform": .glorotUniform, "GlorotNormal": .glorotNormal, "HeUniform": .heUniform,
    "HeNormal": .heNormal, "LecunUniform": .lecunUniform, "LecunNormal": .lecunNormal,
    "Zeros": .zeros, "Ones": .ones,
  ]

  /// Keras 2 writes its families as what they are made of.
  private static func scaled(_ config: JSONValue) -> Initializer? {
    let isUniform = config["distribution"] == "uniform"
    let isNormal =
      config["distribution"] == "normal" || config["distribution"] == "truncated_normal"
    guard isUniform || isNormal, let scale = config["scale"]?.double,
      let mode = config["mode"]?.string
    else { return nil }
    return switch (mode, scale) {
    case ("fan_avg", 1): isUniform ? .glorotUniform : .glorotNormal
    case ("fan_in", 2): isUniform ? .heUniform : .heNormal
    case ("fan_in", 1): isUniform ? .lecunUniform : .lecunNormal
    default: nil
    }
  }

  /// The penalty of a kernel.
  mutating func penalty(_ name: String) throws(ExchangeError) -> (l1: Double, l2: Double) {
    guard let value = value(name) else { return (0, 0) }
    if let word = value.string {
      switch word {
      case "l1", "L1": return (0.01, 0)
      case "l2", "L2": return (0, 0.01)
      case "l1_l2", "L1L2": return (0.01, 0.01)
      default: throw refusal(of: name, value)
      }
    }
    guard let kind = value["class_name"]?.string, ["L1", "L2", "L1L2"].contains(kind),
      let config = value["config"]
    else { throw refusal(of: name, value) }
    return (config["l1"]?.double ?? 0, config["l2"]?.double ?? 0)
  }

  /// The greatest norm of what comes into a unit, which is over all axes but the last.
  mutating func maxNorm(_ name: String, rank: Int) throws(ExchangeError) -> Double? {
    guard let value = value(name) else { return nil }
    guard value["class_name"] == "MaxNorm", let config = value["config"],
      let bound = config["max_value"]?.double ?? config["m"]?.double
    else { throw refusal(of: name, value) }
    let axes = config["axis"] ?? .integer(0)
    let all = JSONValue.array((0..<rank - 1).map { .integer($0) })
    guard axes.isSame(as: all) || (rank == 2 && axes.whole == 0) else {
      throw refusal(of: name, value)
    }
    return bound
  }

  /// What becomes of windows at the edge.
  mutating func padding() throws(ExchangeError) -> ImageWindow.Padding {
    let word = try text("padding", usual: "valid")
    guard let padding = ImageWindow.Padding(rawValue: word) else {
      throw refusal(of: "padding", .string(word))
    }
    return padding
  }
}

extension Double {
  fileprivate var constant: Initializer? { isFinite ? .constant(self) : nil }
}
