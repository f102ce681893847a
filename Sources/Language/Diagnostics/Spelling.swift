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
    var letters: [Unicode.Scalar] = []
    let set = fold(word, into: &letters)
    var best = letters.count < 2 ? 0 : 2
    var nearest: [String] = []
    var other: [Unicode.Scalar] = []
    for candidate in candidates where candidate != word {
      // Most are too short or have too many other letters.
      guard candidate.utf8.count + best >= letters.count else { continue }
      let difference = set ^ fold(candidate, into: &other)
      guard difference.nonzeroBitCount <= 2 * best else { continue }
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

  /// Puts the letters of a word without regard to case in the place of others.
  ///
  /// - Returns: A bit for each of them, which some of them share: a change of the word changes two at
  ///   most.
  private static func fold(_ word: String, into letters: inout [Unicode.Scalar]) -> UInt64 {
    var set: UInt64 = 0
    letters.removeAll(keepingCapacity: true)
    for scalar in word.unicodeScalars {
      let isCapital = scalar.value >= 0x41 && scalar.value <= 0x5A
      letters.append(isCapital ? Unicode.Scalar(UInt8(scalar.value) | 0x20) : scalar)
      set |= 1 << UInt64(letters[letters.count - 1].value & 63)
    }
    return set
  }

  /// The Damerau–Levenshtein distance (optimal string alignment) of two words, if within a limit.
  ///
  /// `d[i, j] = min(d[i-1, j] + 1, d[i, j-1] + 1, d[i-1, j-1] + (a_i ≠ b_j), d[i-2, j-2] + 1)`,
  /// the last where two neighbours are swapped.
  static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar], limit: Int) -> Int? {
    guard abs(a.count - b.count) <= limit else { return nil }
    var previous = Array(0...b.count)
    var (beforePrevious, row) = (previous, previous)
    for i in 0..<a.count {
      row[0] = i + 1
      var least = row[0]
      for j in 0..<b.count {
        var cost = min(previous[j + 1], row[j]) + 1
        cost = min(cost, previous[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          cost = min(cost, beforePrevious[j - 1] + 1)
        }
        row[j + 1] = cost
        least = min(least, cost)
      }
      guard least <= limit || i + 1 == a.count else { return nil }
      swap(&beforePrevious, &previous)
      swap(&previous, &row)
    }
    return previous[b.count] <= limit ? previous[b.count] : nil
  }
}
