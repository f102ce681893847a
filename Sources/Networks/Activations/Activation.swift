/// The function that a layer applies to its weighted sums.
///
/// | case | formula | derivative, from the value y |
/// | --- | --- | --- |
/// | sigmoid | 1 / (1 + exp(-x)) | y (1 - y) |
/// | tanh | (exp(x) - exp(-x)) / (exp(x) + exp(-x)) | 1 - y² |
/// | relu | x where x > 0, else 0 | 1 where y > 0, else 0 |
/// | softmax | exp(xᵢ) / Σⱼ exp(xⱼ), over the last dimension | y (g - Σⱼ gⱼ yⱼ) for a gradient g |
/// | linear | x | 1 |
///
/// The raw values are Keras's names. The derivative of relu at 0 is 0, as in Keras.
public enum Activation: String, CaseIterable, Codable, Sendable {
  case sigmoid
  case tanh
  case relu
  case softmax
  case linear
}
