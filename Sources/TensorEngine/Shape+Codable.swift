/// A shape is written as the list of its dimensions.
extension Shape: Codable {
  public init(from decoder: any Decoder) throws {
    self.init(try [Int](from: decoder))
  }

  public func encode(to encoder: any Encoder) throws {
    try dimensions.encode(to: encoder)
  }
}
