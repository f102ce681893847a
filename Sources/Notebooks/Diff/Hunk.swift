/// A line of a difference.
struct DiffLine {
  /// `" "` for a line of both sides, `"-"` for one of the old side, `"+"` for one of the new.
  var mark: String
  /// How many lines of the old side stand before it.
  var oldIndex: Int
  /// How many lines of the new side stand before it.
  var newIndex: Int
}

/// Changes that are shown together with the lines around them.
struct Hunk {
  /// The lines shown.
  var edits: Range<Int>
  private var old: Range<Int>
  private var new: Range<Int>

  /// Groups the changes: those with at most `2 * context` kept lines between them share a hunk.
  static func hunks(of edits: [DiffLine], context: Int) -> [Hunk] {
    var ranges: [Range<Int>] = []
    for index in edits.indices where edits[index].mark != " " {
      let range = max(0, index - context)..<min(edits.count, index + context + 1)
      if let last = ranges.last, last.upperBound >= range.lowerBound {
        ranges[ranges.count - 1] = last.lowerBound..<range.upperBound
      } else {
        ranges.append(range)
      }
    }
    return ranges.map { Hunk(edits: $0, of: edits) }
  }

  private init(edits range: Range<Int>, of edits: [DiffLine]) {
    self.edits = range
    let first = edits[range.lowerBound]
    let last = edits[range.upperBound - 1]
    old = first.oldIndex..<last.oldIndex + (last.mark == "+" ? 0 : 1)
    new = first.newIndex..<last.newIndex + (last.mark == "-" ? 0 : 1)
  }

  /// `@@ -12,5 +12,6 @@` with a line ending.
  func header(firstLine: Int) -> String {
    "@@ -\(Self.text(of: old, firstLine)) +\(Self.text(of: new, firstLine)) @@\n"
  }

  /// The first line and the number of lines. A count of 1 is left out, and an empty range is
  /// told by the line before it.
  private static func text(of range: Range<Int>, _ firstLine: Int) -> String {
    switch range.count {
    case 0: "\(range.lowerBound + firstLine - 1),0"
    case 1: "\(range.lowerBound + firstLine)"
    default: "\(range.lowerBound + firstLine),\(range.count)"
    }
  }
}
