/// The table of layers, which reading a file looks into. No layer knows it: a layer names its own
/// kind, and nothing of the others.
extension LayerKind {
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
