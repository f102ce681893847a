/// A shape is written as the list of its dimensions.
extension Shape: Codable {
  /// Reads the list of dimensions; negative ones count as 0, as in ``init(_:)``.
  ///
  /// - Throws: What the decoder throws where there is no list of whole numbers.
  public init(from decoder: any Decoder) throws {
    self.init(try [Int](from: decoder))
  }

  /// Writes the list of dimensions, empty for a scalar.
  ///
  /// - Throws: What the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    try dimensions.encode(to: encoder)
  }
}
