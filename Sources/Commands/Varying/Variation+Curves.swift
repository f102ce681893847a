import Formulas
import Language
import Networks
import TensorEngine
import Tuning
import Workbench

extension Variation {
  private static let activationOption = CommandOption<String>.choice(
    "activation", of: Activation.allCases.map(\.rawValue), standard: "as in the network",
    meaning: "the activation of all hidden layers")
  private static let initializerOption = CommandOption<Expression>.expression(
    "initializer", .choice(Initializer.words), standard: "as in the network",
    meaning: "how the kernels of all layers begin, the last one's too")

  /// What the hidden layers apply: in the place of what they apply, and where all of them are
  /// linear in each dense layer.
  static let activation = Variation(option: activationOption.definition) {
    value throws(Diagnostic) in
    let word = try value.value(as: activationOption)
    guard let activation = Activation(rawValue: word) else {
      throw value.refusal("no activation is called \"\(word)\"")
    }
    return { network throws(Diagnostic) in
      let before = network.variant.network
      let hidden = before.layers.indices.prefix(while: { $0 != before.lastLinked })
      let curved = hidden.filter { place in
        before.layers[place].ownActivation.map { $0 != .linear } ?? false
      }
      let places = curved.isEmpty ? before.hiddenDenseLayers : Array(curved)
      guard !places.isEmpty else {
        throw value.noHiddenLayer("whose activation could differ")
      }
      for place in places {
        try value.setActivation(activation, ofLayer: place, of: &network.variant.network)
      }
    }
  }

  /// How the kernels begin.
  static let initializer = Variation(option: initializerOption.definition) {
    value throws(Diagnostic) in
    var sample = Dense.usual
    for setting in Dense.settings where setting.name == "initializer" {
      try value.arguments.evaluator.read(value.single, as: setting, into: &sample)
    }
    let initializer = sample.initializer
    return { network throws(Diagnostic) in
      for place in network.variant.network.layers.indices {
        try value.change(layer: place, of: &network.variant.network) { (dense: inout Dense) in
          dense.initializer = initializer
        }
        try value.change(layer: place, of: &network.variant.network) { (conv: inout Convolution) in
          conv.initializer = initializer
        }
      }
    }
  }
}

extension VariedValue {
  fileprivate func setActivation(
    _ activation: Activation, ofLayer place: Int, of network: inout Network
  ) throws(Diagnostic) {
    try change(layer: place, of: &network) { (dense: inout Dense) in
      dense.activation = activation
    }
    try change(layer: place, of: &network) { (conv: inout Convolution) in
      conv.activation = activation
    }
    try change(layer: place, of: &network) { (layer: inout ActivationLayer) in
      layer.activation = activation
      layer.slope = nil
    }
  }
}
