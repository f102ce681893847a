/// The signatures of the last messages, none of which is heeded twice.
struct SeenSignatures {
  /// At least so many are known.
  static let memory = 32_768
  private var latest: Set<[UInt8]> = []
  private var former: Set<[UInt8]> = []

  /// Takes note of a signature; false where it is known.
  mutating func note(_ signature: [UInt8]) -> Bool {
    if former.contains(signature) || !latest.insert(signature).inserted { return false }
    if latest.count >= Self.memory { (former, latest) = (latest, []) }
    return true
  }
}
