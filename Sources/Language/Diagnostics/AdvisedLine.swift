/// Lines to type within what is said: behind a colon, "it is typed: train epochs=10", or within the
/// sentence, "split test=20% makes one". They can be copied where they are not broken.
enum AdvisedLine {
  /// A part of a sentence between two of its marks.
  private struct Part {
    var range: Range<String.Index>
    /// Whether a colon stands before it, or before what it goes on with.
    let isBehindColon: Bool
  }

  private static let connectors: Set<Substring> = ["then", "or", "and"]

  /// The places of the lines in a text.
  ///
  /// - Parameter isVerb: Whether a word can begin a line.
  static func ranges(
    in text: String, isVerb: (Substring) -> Bool
  ) -> [Range<String.Index>] {
    parts(of: text).compactMap { part in
      let words = text[part.range].split(separator: " ").drop { connectors.contains($0) }
      let isLine = { (word: Substring) in
        isVerb(word) || part.isBehindColon && isOption(word)
      }
      guard let start = words.firstIndex(where: isLine) else { return nil }
      let end =
        part.isBehindColon && start == words.startIndex
        ? words.endIndex - 1
        : words.lastIndex { isOption($0) || startsNumber($0) } ?? start
      let last = max(end, min(start + 1, words.endIndex - 1))
      return words[start].startIndex..<words[last].endIndex
    }
  }

  private static func isOption(_ word: Substring) -> Bool {
    guard let first = word.first, first.isLetter, let sign = word.firstIndex(of: "=") else {
      return false
    }
    return word.index(after: sign) < word.endIndex
  }

  private static func startsNumber(_ text: Substring) -> Bool { text.first?.isNumber ?? false }

  /// The parts between marks that a blank follows and that stand in no call or list.
  private static func parts(of text: String) -> [Part] {
    var parts: [Part] = []
    var start = text.startIndex
    var (depth, isBehindColon) = (0, false)
    func close(at end: String.Index) {
      let isGoingOn = startsNumber(text[start..<end])
      if isGoingOn, let last = parts.last, last.isBehindColon == isBehindColon {
        parts[parts.count - 1].range = last.range.lowerBound..<end
      } else {
        parts.append(Part(range: start..<end, isBehindColon: isBehindColon))
      }
    }
    for place in text.indices {
      let next = text.index(after: place)
      let isBeforeBlank = next == text.endIndex || text[next] == " "
      switch text[place] {
      case "(" where place == start || text[text.index(before: place)] == " ":
        if place > start { close(at: place) }
        start = next
      case ")" where depth == 0:
        if place > start { close(at: place) }
        (start, isBehindColon) = (next, false)
      case "(", "[": depth += 1
      case ")", "]": depth = max(0, depth - 1)
      case ",", ";", ":":
        guard depth == 0, isBeforeBlank else { continue }
        close(at: place)
        isBehindColon = text[place] == ":" || isBehindColon && text[place] == ","
        start = next == text.endIndex ? next : text.index(after: next)
      default: break
      }
    }
    if start < text.endIndex { close(at: text.endIndex) }
    return parts
  }
}
