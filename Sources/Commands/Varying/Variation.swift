package import Language
import Networks
import TensorEngine
package import Workbench

/// Something beside the options of a training that can differ between networks: how it is typed,
/// and what it changes. A new one is a line in ``all``.
package struct Variation: Sendable {
  /// What a value changes in a network, its settings or its data.
  ///
  /// - Throws: A `Diagnostic`, where a network can't be built so.
  package typealias Change = (inout VariedNetwork) throws(Diagnostic) -> Void

  /// Its name, its values and its meaning.
  package let option: OptionDefinition
  /// A value as the change that it makes.
  ///
  /// - Throws: A `Diagnostic` for a value that is none of it.
  package let read: @Sendable (VariedValue) throws(Diagnostic) -> Change

  /// Everything, in the order in which it is changed: what changes the number of layers comes
  /// before what changes a layer.
  package static let all: [Variation] = ofNetworks + ofData

  /// What differs between the networks themselves.
  package static let ofNetworks: [Variation] = [
    layers, units, activation, initializer, batchnorm, dropout,
  ]

  /// What differs between the data that they see.
  package static let ofData: [Variation] = [examples, scale]
}

/// A value of an option that differs, with what it is read by.
package struct VariedValue {
  /// The option as it was typed.
  package let option: Option
  /// The data that the networks learn from.
  package let data: DataInHand
  /// What reads values.
  package let arguments: Arguments

  init(_ option: Option, _ data: DataInHand, _ arguments: Arguments) {
    self.option = option
    self.data = data
    self.arguments = arguments
  }

  /// The one value.
  ///
  /// - Throws: A `Diagnostic` for several.
  package var single: Expression {
    get throws(Diagnostic) {
      guard let value = option.values.first, option.values.count == 1 else {
        throw Diagnostic("\(option.name.text) takes one value here", at: option.range)
      }
      return value
    }
  }

  /// The value as one of another option's.
  package func value<Value>(as option: CommandOption<Value>) throws(Diagnostic) -> Value {
    try arguments.value(single, as: option)
  }

  /// A network that can't be built so.
  func refusal(_ message: String, hint: String? = nil) -> Diagnostic {
    Diagnostic(message, at: option.name.range, hints: hint.map { [$0] } ?? [])
  }

  /// Changes layers of a network, and puts the engine's refusal into words.
  func edit(
    _ network: inout Network, _ change: (inout Network) throws(EngineError) -> Void
  ) throws(Diagnostic) {
    do throws(EngineError) {
      try change(&network)
    } catch {
      throw Wording.diagnostic(
        for: error, in: nil, at: option.values.first?.range ?? option.range)
    }
  }
}
