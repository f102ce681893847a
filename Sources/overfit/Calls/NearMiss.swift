/// The word that was probably meant.
enum NearMiss {
  static let calls = ["learn", "run", "replay", "help"]

  static func message(for word: String) -> String {
    let near = calls.filter { distance(word.lowercased(), $0) <= max(1, word.count / 3) }
    let hint = near.isEmpty ? "try overfit help" : "did you mean \(near.joined(separator: ", "))?"
    return "no call is named \"\(PrintableText.of(word))\"; \(hint)"
  }

  /// Edits from one to the other: letters put in, left out, exchanged, or swapped with their
  /// neighbour (Damerau 1964, Levenshtein 1966).
  private static func distance(_ one: String, _ other: String) -> Int {
    let a = Array(one.utf8)
    let b = Array(other.utf8)
    var rows = [Array(0...b.count)]
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var best = min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          best = min(best, rows[i - 1][j - 1] + 1)
        }
        row.append(best)
      }
      rows.append(row)
    }
    return rows[a.count][b.count]
  }
}
