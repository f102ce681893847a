import Commands
import Language

extension Script {
  /// The script as a cell keeps it: without the `watch=` of its trainings.
  func withoutWatching(_ forms: CommandForms) -> Script {
    var ranges: [SourceRange] = []
    for statement in statements { ranges += statement.watching }
    guard !ranges.isEmpty else { return self }
    var bytes = Array(source.utf8)
    for range in ranges.reversed() {
      var start = range.lowerBound
      while start > 0, [UInt8(ascii: " "), UInt8(ascii: "\t")].contains(bytes[start - 1]) {
        start -= 1
      }
      bytes.removeSubrange(start..<range.upperBound)
    }
    let shorter = Script(parsing: bytes, forms: forms)
    // A line that ended with a backslash before it would go on in nothing.
    return shorter.diagnostics.isEmpty ? shorter : self
  }
}

extension Statement {
  /// Where trainings say what is watched, in the order of the source.
  fileprivate var watching: [SourceRange] {
    switch self {
    case .command(let command): command.watching
    case .loop(let loop): loop.body.flatMap(\.watching)
    case .rule, .binding, .edit, .note, .blank, .malformed: []
    }
  }
}

extension Command {
  fileprivate var watching: [SourceRange] {
    guard verb.text == TrainCommand.definition.verb else { return [] }
    return options.filter { $0.name.text == WatchedTraining.optionName }.map(\.range)
  }
}
