import Formulas
import Language
import Networks
import TensorEngine
import Tuning
import Workbench

extension Variation {
  private static let unitsOption: CommandOption<Int> = {
    var option = CommandOption<Int>.count(
      "units", in: 1...1_000_000, standard: "as in the network",
      meaning: "how many units each hidden dense layer has; units(2): the layer with the number 2")
    option.definition.parts = .layer
    return option
  }()
  private static let layersOption = CommandOption<Int>.count(
    "layers", in: 0...64, standard: "as in the network",
    meaning: "how many hidden dense layers there are; more are like the last one")
  private static let dropoutOption = CommandOption<Double>.number(
    "dropout", .belowOne, standard: "as in the network",
    meaning: "the rate of each dropout layer; without one, of a new one behind each hidden "
      + "dense layer")
  private static let batchnormOption = CommandOption<Bool>.yesOrNo(
    "batchnorm", standard: "as in the network",
    meaning: "whether a batchnorm stands behind each hidden dense layer")

  /// How many units the hidden dense layers have, or one of them.
  static let units = Variation(option: unitsOption.definition) { value throws(Diagnostic) in
    let units = try value.value(as: unitsOption)
    let number = OptionKey(value.option.name).place
    return { network throws(Diagnostic) in
      let hidden = network.variant.network.hiddenDenseLayers
      let places = hidden.filter { number == nil || $0 + 1 == number }
      guard !places.isEmpty else {
        throw hidden.isEmpty || number == nil
          ? value.noHiddenLayer("whose units could differ")
          : value.refusal(
            "layer \(number ?? 0) is no hidden dense layer",
            hint: "they are: \(hidden.map { "units(\($0 + 1))" }.joined(separator: ", "))")
      }
      for place in places {
        try value.change(layer: place, of: &network.variant.network) { (dense: inout Dense) in
          dense.units = units
        }
      }
    }
  }

  /// How many hidden dense layers there are, each with what stands behind it up to the next.
  static let layers = Variation(option: layersOption.definition) { value throws(Diagnostic) in
    let count = try value.value(as: layersOption)
    return { network throws(Diagnostic) in
      guard network.variant.network.hiddenDenseLayers.count > 0 || count == 0 else {
        throw value.noHiddenLayer("that could be repeated")
      }
      try value.edit(&network.variant.network) { (network) throws(EngineError) in
        try network.setHiddenDenseLayers(count)
      }
    }
  }

  /// Whether what the hidden dense layers give is normalized.
  static let batchnorm = Variation(option: batchnormOption.definition) { value throws(Diagnostic) in
    let isThere = try value.value(as: batchnormOption)
    return { network throws(Diagnostic) in
      let hidden = network.variant.network.hiddenDenseLayers
      guard !hidden.isEmpty || !isThere else {
        throw value.noHiddenLayer("behind which a batchnorm could stand")
      }
      try value.edit(&network.variant.network) { (network) throws(EngineError) in
        if isThere {
          for place in hidden.reversed() where !network.hasBatchNorm(behind: place) {
            try network.insert(BatchNorm.usual, at: place + 1)
          }
        } else {
          for place in network.layers.indices.reversed() where network.layers[place] is BatchNorm {
            try network.remove(at: place)
          }
        }
      }
    }
  }

  /// The rate of dropout.
  static let dropout = Variation(option: dropoutOption.definition) { value throws(Diagnostic) in
    let rate = try value.value(as: dropoutOption)
    return { network throws(Diagnostic) in
      let layers = network.variant.network.layers
      let places = layers.indices.filter { layers[$0] is Dropout }
      let hidden = network.variant.network.hiddenDenseLayers
      guard !(places.isEmpty && hidden.isEmpty) else {
        throw Diagnostic(
          "the network has no hidden layer behind which units could be dropped",
          at: value.option.name.range, hints: ["insert 1 dense 8 tanh puts one in front"])
      }
      try value.edit(&network.variant.network) { (network) throws(EngineError) in
        for place in places {
          try network.replace(at: place, with: Dropout(rate: rate, name: layers[place].name))
        }
        guard places.isEmpty else { return }
        for place in hidden.reversed() {
          try network.insert(Dropout(rate: rate), at: network.endOfUnits(from: place))
        }
      }
    }
  }
}

extension Network {
  /// The places of the dense layers before the last layer with weights.
  var hiddenDenseLayers: [Int] {
    let last = lastLinked
    return layers.indices.filter { layers[$0] is Dense && $0 != last }
  }

  /// The place of the last layer whose units look at all units before it; nil without one.
  var lastLinked: Int? { layers.lastIndex { $0.unitLinks == .all } }

  /// Behind what belongs to the layer at a place: its normalization and its activation.
  fileprivate func endOfUnits(from place: Int) -> Int {
    var next = place + 1
    while next < layers.count - 1, layers[next].worksOnUnits { next += 1 }
    return next
  }

  /// What stands behind a hidden layer up to the next one with units of its own, or a change of
  /// shape.
  private func block(from place: Int) -> Range<Int> {
    var end = place + 1
    while end < layers.count, layers[end].unitLinks == nil, !(layers[end] is Flatten) { end += 1 }
    return place..<end
  }

  fileprivate func hasBatchNorm(behind place: Int) -> Bool {
    block(from: place).contains { layers[$0] is BatchNorm }
  }

  /// Takes hidden dense layers away from the end, or repeats the last one.
  fileprivate mutating func setHiddenDenseLayers(_ count: Int) throws(EngineError) {
    while let last = hiddenDenseLayers.last, hiddenDenseLayers.count > count {
      for place in block(from: last).reversed() { try remove(at: place) }
    }
    while let last = hiddenDenseLayers.last, hiddenDenseLayers.count < count {
      let block = block(from: last)
      for (offset, place) in block.enumerated() {
        var layer = layers[place]
        if var dense = layer as? Dense {
          dense.name = nil
          layer = dense
        }
        try insert(layer, at: block.upperBound + offset)
      }
    }
  }
}

extension Layer {
  /// Whether it changes what the units before it give, as a normalization or an activation does.
  fileprivate var worksOnUnits: Bool { unitLinks == nil && !passesInputs }
}

extension VariedValue {
  /// Changes the settings of a layer.
  func change<Kind: Layer>(
    layer place: Int, of network: inout Network,
    _ change: (inout Kind) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    guard var layer = network.layers[place] as? Kind else { return }
    try change(&layer)
    let changed = layer
    try edit(&network) { (network) throws(EngineError) in
      try network.replace(at: place, with: changed)
    }
  }

  /// A network without a layer that something needs.
  func noHiddenLayer(_ need: String) -> Diagnostic {
    refusal(
      "the network has no hidden dense layer \(need)",
      hint: "insert 1 dense 8 tanh puts one in front")
  }
}
