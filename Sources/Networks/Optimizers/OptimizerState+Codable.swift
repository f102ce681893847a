/// What stands in the description of a network's training; the slots are tensors, which a file
/// holds as such.
extension OptimizerState: Codable {
  private enum CodingKeys: String, CodingKey {
    case optimizer, steps
  }

  /// Reads the optimizer and its steps; the slots are empty until a file fills them.
  ///
  /// - Throws: What the decoder throws.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    optimizer = try container.decode(Optimizer.self, forKey: .optimizer)
    steps = try container.decode(Int.self, forKey: .steps)
    slots = []
  }

  /// Writes the optimizer and its steps, and not the slots.
  ///
  /// - Throws: What the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(optimizer, forKey: .optimizer)
    try container.encode(steps, forKey: .steps)
  }
}
