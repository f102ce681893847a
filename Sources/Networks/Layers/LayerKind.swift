/// The table of layers: the raw value is the word that is typed after `add`.
///
/// A new layer is one file with its settings and its place in a plan, one line here, and one
/// operation in ``Operation`` where it computes something new.
public enum LayerKind: String, CaseIterable, Codable, Sendable {
  /// ``Dense``, typed as `dense`.
  case dense
  /// ``Convolution``, typed as `conv`.
  case convolution = "conv"
  /// ``MaxPooling``, typed as `maxpool`.
  case maxPooling = "maxpool"
  /// ``AveragePooling``, typed as `avgpool`.
  case averagePooling = "avgpool"
  /// ``Dropout``, typed as `dropout`.
  case dropout
  /// ``Flatten``, typed as `flatten`.
  case flatten
  /// ``ActivationLayer``, typed as `activation`.
  case activation
  /// ``BatchNorm``, typed as `batchnorm`.
  case batchnorm
  /// ``GaussianNoise``, typed as `gaussian_noise`.
  case gaussianNoise = "gaussian_noise"

  /// The type of the layer's settings.
  public var type: any Layer.Type {
    switch self {
    case .dense: Dense.self
    case .convolution: Convolution.self
    case .maxPooling: MaxPooling.self
    case .averagePooling: AveragePooling.self
    case .dropout: Dropout.self
    case .flatten: Flatten.self
    case .activation: ActivationLayer.self
    case .batchnorm: BatchNorm.self
    case .gaussianNoise: GaussianNoise.self
    }
  }
}
