/// What a typed text may look like: letters as they are, and `*` for any, also none. Case is no matter,
/// and a hyphen is a blank.
package struct TextPattern: Sendable, Equatable {
  /// The pattern as the lesson has it.
  package let text: String
  private let pieces: [[Character]]

  init(_ text: String) {
    self.text = text
    pieces = Self.folded(text).split(separator: "*", omittingEmptySubsequences: false).map {
      Array($0)
    }
  }

  /// Whether it is met by one text alone.
  var isWhole: Bool { pieces.count == 1 }

  /// A text that it is met by: itself without its stars.
  var example: String {
    String(text.filter { $0 != "*" })
  }

  /// Whether a text looks so.
  func matches(_ typed: String) -> Bool {
    var rest = Array(Self.folded(typed))[...]
    guard let first = pieces.first, rest.starts(with: first) else { return false }
    rest = rest.dropFirst(first.count)
    guard pieces.count > 1, let last = pieces.last else { return rest.isEmpty }
    for piece in pieces.dropFirst().dropLast() {
      guard let start = Self.index(of: piece, in: rest) else { return false }
      rest = rest[(start + piece.count)...]
    }
    return rest.count >= last.count && rest.suffix(last.count).elementsEqual(last)
  }

  private static func index(of piece: [Character], in text: ArraySlice<Character>) -> Int? {
    var start = text.startIndex
    while start + piece.count <= text.endIndex {
      if text[start...].starts(with: piece) { return start }
      start += 1
    }
    return nil
  }

  private static func folded(_ text: String) -> String {
    text.lowercased().split { $0 == " " || $0 == "-" || $0 == "\t" }.joined(separator: " ")
  }

  /// The patterns in quotes and behind commas; nil for a text that is no such list.
  static func list(_ text: String) -> [TextPattern]? {
    var patterns: [TextPattern] = []
    var rest = text[...]
    while true {
      rest = rest.drop { $0 == " " }
      guard rest.first == "\"", let end = rest.dropFirst().firstIndex(of: "\"") else { return nil }
      let inner = String(rest[rest.index(after: rest.startIndex)..<end])
      guard inner.contains(where: { $0 != "*" && $0 != " " }) else { return nil }
      patterns.append(TextPattern(inner))
      rest = rest[rest.index(after: end)...].drop { $0 == " " }
      guard let comma = rest.first else { return patterns }
      guard comma == "," else { return nil }
      rest = rest.dropFirst()
    }
  }
}
