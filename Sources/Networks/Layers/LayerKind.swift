/// The words of layers: the raw value is what is typed after `add`, and what files say.
///
/// A new layer is one file with its settings and its place in a plan, one line here, one in the
/// table of ``type``, and one operation in `Plan/Operations` where it computes something new.
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
}
