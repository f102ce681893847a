/// Finds the words that were probably meant by a misspelled one.
package enum Spelling {
  /// The candidates nearest to a word, all that are equally near, in their order.
  ///
  /// The distance counts letters that are missing, added, changed, or swapped with their neighbour,
  /// without regard to case. It may be a third of the word's length, at least 1 and at most 2; for
  /// a candidate that begins with more than half of the word it may be 2 (`trane`, `train`). The
  /// word in another case is nearest of all; the word itself is never listed, and a single letter
  /// has no neighbours.
  package static func nearest(_ word: String, among candidates: [String]) -> [String] {
    let letters = folded(word)
    var best = letters.count < 2 ? 0 : 2
    var nearest: [String] = []
    for candidate in candidates where candidate != word {
      // Most are too long or too short, which is seen without reading them.
      guard abs(candidate.unicodeScalars.count - letters.count) <= best else { continue }
      let other = folded(candidate)
      let limit = min(best, limit(for: letters, other))
      guard let distance = distance(letters, other, limit: limit) else { continue }
      if distance < best { nearest = [] }
      best = distance
      if !nearest.contains(candidate) { nearest.append(candidate) }
    }
    return nearest
  }

  private static func limit(for word: [Unicode.Scalar], _ candidate: [Unicode.Scalar]) -> Int {
    let shared = zip(word, candidate).prefix { $0 == $1 }.count
    return shared * 2 > word.count ? 2 : max(1, min(2, word.count / 3))
  }

  private static func folded(_ word: String) -> [Unicode.Scalar] {
    word.unicodeScalars.map {
      $0.value >= 0x41 && $0.value <= 0x5A ? Unicode.Scalar(UInt8($0.value) | 0x20) : $0
    }
  }

  /// The Damerau–Levenshtein distance (optimal string alignment) of two words, if within a limit.
  ///
  /// `d[i, j] = min(d[i-1, j] + 1, d[i, j-1] + 1, d[i-1, j-1] + (a_i ≠ b_j), d[i-2, j-2] + 1)`,
  /// the last where two neighbours are swapped.
  static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar], limit: Int) -> Int? {
    guard abs(a.count - b.count) <= limit else { return nil }
    var beforePrevious: [Int] = []
    var previous = Array(0...b.count)
    for i in 0..<a.count {
      var row = [i + 1]
      row.reserveCapacity(b.count + 1)
      for j in 0..<b.count {
        var cost = min(previous[j + 1], row[j]) + 1
        cost = min(cost, previous[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          cost = min(cost, beforePrevious[j - 1] + 1)
        }
        row.append(cost)
      }
      guard row.contains(where: { $0 <= limit }) || i + 1 == a.count else { return nil }
      (beforePrevious, previous) = (previous, row)
    }
    return previous[b.count] <= limit ? previous[b.count] : nil
  }
}
