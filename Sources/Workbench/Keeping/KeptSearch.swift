import JSON
import Tuning

/// What a search came to, as it is kept beyond the life of its session: nothing of its networks, but
/// all that was found out about its trials.
///
/// In rules: a line `search FIRST TRIALS BYTES`, how many trials its study had before, how many are
/// new, and how many bytes the cells above held; then a line of JSON for each new trial, as a file of
/// a study has it, and one for what the choice came to on each fold where that was asked for. What
/// breaks a rule is none.
package struct KeptSearch: Sendable {
  private static let longestLine = 100

  /// How many trials stood in the study before.
  package let first: Int
  /// The new trials, in order.
  package let trials: [StudyJournal.Own]
  /// For each fold what the search is worth on it that was made on the others; none where that was not
  /// asked for.
  package let nested: [Double]
  /// How many bytes the cells above held when it ran.
  package var heldBytes = 0

  /// Keeps what was found out.
  package init(after first: Int, _ trials: [StudyJournal.Own], nested: [Double]) {
    (self.first, self.trials, self.nested) = (first, trials, nested)
  }

  /// Reads what ``encoded`` gave; nil for anything else.
  package init?(reading bytes: [UInt8]) {
    let newline = UInt8(ascii: "\n")
    guard bytes.count <= KeptTraining.mostBytes, bytes.last == newline,
      bytes.prefix(Self.longestLine).contains(newline)
    else { return nil }
    let lines = bytes.dropLast().split(separator: newline, omittingEmptySubsequences: false)
    let words = String(decoding: lines[0], as: UTF8.self).split(separator: " ")
    let numbers = words.dropFirst().compactMap { Int($0) }
    guard words.count == 4, words[0] == "search", numbers.count == 3,
      numbers.allSatisfy({ $0 >= 0 }), lines.count == numbers[1] &+ 2
    else { return nil }
    let values = lines.dropFirst().compactMap { try? JSONValue(reading: $0) }
    guard values.count == lines.count - 1, case .array(let nested)? = values.last else {
      return nil
    }
    trials = values.dropLast().compactMap { StudyJournal.Own($0) }
    guard trials.count == numbers[1] else { return nil }
    (first, heldBytes) = (numbers[0], numbers[2])
    self.nested = nested.map { $0.double ?? .nan }
  }

  /// The bytes that give the same search; nil where there are none, or too many.
  package var encoded: [UInt8]? {
    // JSON has one word for all that is not finite.
    guard !nested.contains(where: \.isInfinite), !trials.contains(where: \.hasInfinities) else {
      return nil
    }
    let lines = trials.map(\.json.text) + [JSONValue.array(nested.map { .number($0) }).text]
    let head = "search \(first) \(trials.count) \(heldBytes)"
    let bytes = Array(([head] + lines).map { $0 + "\n" }.joined().utf8)
    return bytes.count <= KeptTraining.mostBytes ? bytes : nil
  }
}

extension StudyJournal.Own {
  fileprivate var hasInfinities: Bool {
    (judged + learned + curve.map(\.value)).contains(where: \.isInfinite)
  }
}
