public import TensorEngine

/// A layer of a network, as a value of settings.
///
/// What a layer learns is kept by the network, and its scratch memory by the training plan; so
/// a layer can be compared, copied, printed and saved. What `Codable` writes are its stored
/// properties, by name: they are a part of the file format.
public protocol Layer: Sendable, Equatable, Codable {
  /// The line of the table that the layer's type stands in.
  static var kind: LayerKind { get }

  /// The name that the student gave, or nil.
  var name: String? { get }

  /// All settings in the order in which they are typed.
  var settings: [LayerSetting] { get }

  /// The activation of the layer's outputs; nil where it passes on what its input had.
  var outputActivation: Activation? { get }

  /// The shape of one output for the shape of one input, both without the batch.
  ///
  /// - Throws: `outOfRange` or `badValue` for settings outside their ranges, `shapeMismatch`
  ///   for an input that the layer cannot take.
  func outputShape(for input: Shape) throws(EngineError) -> Shape

  /// The parameters, in the order in which they are kept, for an input that
  /// ``outputShape(for:)`` accepts.
  func parameters(for input: Shape) -> [ParameterSpecification]

  /// How the parameters are counted for an input, "784·128 + 128"; nil without parameters.
  func derivation(for input: Shape) -> String?

  /// What the factors and summands of ``derivation(for:)`` stand for, "inputs·units + units"; nil
  /// without parameters.
  var derivationTerms: String? { get }

  /// How the size of an output follows from that of an input, "20·20·3 = 1200 inputs"; nil where
  /// it is plain to see.
  func outputDerivation(for input: Shape) -> String?

  /// Appends the layer's operations to a plan, and makes its output the plan's current place.
  func lay(into plan: inout PlanBuilder)
}

extension Layer {
  /// The line of the table that the layer stands in.
  public var kind: LayerKind { Self.kind }

  /// No parameters, where a layer says nothing else.
  public func parameters(for input: Shape) -> [ParameterSpecification] { [] }

  /// Nil, where a layer says nothing else.
  public func derivation(for input: Shape) -> String? { nil }

  /// Nil, where a layer says nothing else.
  public var derivationTerms: String? { nil }

  /// Nil, where a layer says nothing else.
  public func outputDerivation(for input: Shape) -> String? { nil }

  /// The layer as it is typed, defaults left out: "dense 8 relu l2=0.01".
  public var text: String {
    var words = [title]
    for setting in settings where !setting.isPositional && !setting.isDefault {
      words.append("\(setting.name)=\(setting.text)")
    }
    return words.joined(separator: " ")
  }

  /// The settings that stand without their names: "8 relu"; empty where there are none.
  public var positionalText: String {
    settings.filter(\.isPositional).map(\.text).joined(separator: " ")
  }

  /// The kind with the settings that stand without their names: "dense 8 relu".
  public var title: String {
    let settings = positionalText
    return settings.isEmpty ? kind.rawValue : "\(kind.rawValue) \(settings)"
  }

  func equals(_ other: any Layer) -> Bool { (other as? Self) == self }
}
