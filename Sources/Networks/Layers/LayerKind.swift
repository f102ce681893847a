/// The words of layers: the raw value is what is typed after `add`, and what files say.
///
/// A new layer is one file with its settings and its place in a plan, one line here, one in the
/// table of ``type``, and one operation in `Plan/Operations` where it computes something new.
public enum LayerKind: String, CaseIterable, Codable, Sendable {
  case dense
  case convolution = "conv"
  case maxPooling = "maxpool"
  case averagePooling = "avgpool"
  case dropout
  case flatten
  case activation
  case batchnorm
  case gaussianNoise = "gaussian_noise"
}
