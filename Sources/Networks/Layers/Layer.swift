public import TensorEngine

/// A layer of a network, as a value of settings.
///
/// What a layer learns is kept by the network, and its scratch memory by the training plan; so
/// a layer can be compared, copied, printed and saved. What `Codable` writes are its stored
/// properties, by name: they are a part of the file format.
///
/// Its settings are declared once, in the order in which they are typed: what reads them, refuses
/// them, shows them and lists them in help asks the declaration.
public protocol Layer: Configured, Equatable, Codable {
  /// The word that is typed after `add`, and that files say.
  static var kind: String { get }

  /// The name that the student gave, or nil.
  var name: String? { get }

  /// The function that the layer itself applies; nil for none.
  var ownActivation: Activation? { get }

  /// The activation of the layer's outputs; nil where it passes on what its input had.
  var outputActivation: Activation? { get }

  /// Which units of the layer before its own units look at; nil where it has no units of its own,
  /// and works on those that come in.
  var unitLinks: UnitLinks? { get }

  /// Whether outside training the outputs are the inputs, at most in another shape.
  var passesInputs: Bool { get }

  /// What it does to its inputs in training that answers of a network must not suffer; nil for a
  /// layer that may be the last one.
  var trainingEffect: TrainingEffect? { get }

  /// The shape of one output for the shape of one input, both without the batch.
  ///
  /// - Throws: `outOfRange` or `misfit` for settings outside their ranges, `shapeMismatch`
  ///   for an input that the layer cannot take.
  func outputShape(for input: Shape) throws(EngineError) -> Shape

  /// The parameters, in the order in which they are kept, for an input that
  /// ``outputShape(for:)`` accepts.
  func parameters(for input: Shape) -> [ParameterSpecification]

  /// How the parameters are counted for an input; nil without parameters.
  func parameterCount(for input: Shape) -> ParameterCount?

  /// How the size of an output follows from that of an input; nil where it is plain to see.
  func outputDerivation(for input: Shape) -> OutputDerivation?

  /// Appends the layer's operations to a plan, and makes its output the plan's current place.
  func lay(into plan: inout PlanBuilder)
}

extension Layer {
  /// The word that is typed after `add`.
  public var kind: String { Self.kind }

  /// Nil, where a layer says nothing else.
  public var ownActivation: Activation? { nil }

  /// The function that the layer applies, else linear: what comes out is no longer what an
  /// activation before it gave.
  public var outputActivation: Activation? { ownActivation ?? .linear }

  /// Nil, where a layer says nothing else.
  public var unitLinks: UnitLinks? { nil }

  /// False, where a layer says nothing else.
  public var passesInputs: Bool { false }

  /// Nil, where a layer says nothing else.
  public var trainingEffect: TrainingEffect? { nil }

  /// No parameters, where a layer says nothing else.
  public func parameters(for input: Shape) -> [ParameterSpecification] { [] }

  /// Nil, where a layer says nothing else.
  public func parameterCount(for input: Shape) -> ParameterCount? { nil }

  /// Nil, where a layer says nothing else.
  public func outputDerivation(for input: Shape) -> OutputDerivation? { nil }

  /// The layer as it is typed, defaults left out: "dense 8 relu l2=0.01".
  public var text: String {
    var text = title
    text.reserveCapacity(Self.usualLength)
    for setting in Self.settings where setting.position == nil {
      guard let value = setting.value(in: self), value != setting.value(in: Self.usual) else {
        continue
      }
      text += " "
      text += setting.name
      text += "="
      text += value.text
    }
    return text
  }

  /// The settings that stand without their names: "8 relu"; empty where there are none.
  public var positionalText: String {
    var text = ""
    for setting in Self.settings where setting.position != nil {
      guard let value = setting.value(in: self) else { continue }
      if !text.isEmpty { text += " " }
      text += value.text
    }
    return text
  }

  /// Bytes that hold the text of most layers, so that it does not grow as it is made: how often a
  /// text that grows allocates is chance, and allocations of trainings are compared.
  private static var usualLength: Int { 120 }

  /// The kind with the settings that stand without their names: "dense 8 relu".
  public var title: String {
    let settings = positionalText
    return settings.isEmpty ? kind : "\(kind) \(settings)"
  }

  func equals(_ other: any Layer) -> Bool { (other as? Self) == self }
}
