internal import JSON
internal import Jupyter
internal import Language
internal import Session

// What front ends ask while a cell is typed.
extension NotebookKernel {
  func value(of expression: String) -> Result<JSONValue, KernelMistake> {
    guard !expression.contains(where: \.isNewline) else {
      return .failure(
        KernelMistake(name: "Mistake", value: "an expression has one line", lines: []))
    }
    var copy = session
    let source = "print \(expression)"
    let outcome = copy.submit(source)
    let lines = Transcript.standard.output(of: outcome, source: source, in: copy)
    guard case .cell(_, let cell) = outcome, !cell.hasFailed else {
      return .failure(
        KernelMistake(name: "Mistake", value: lines.dropFirst().first ?? "", lines: lines))
    }
    return .success(["text/plain": .string(lines.joined(separator: "\n"))])
  }

  func completions(of code: String, at offset: Int) -> (words: [String], start: Int) {
    let left = String(decoding: code.utf8.prefix(offset), as: UTF8.self)
    let word = Completion.word(endingIn: left)
    let words = session.candidates(for: code, cursor: offset).map(\.text)
      .filter { $0.utf8.starts(with: word.utf8) }
    return (words, offset - word.utf8.count)
  }

  func help(on code: String, at offset: Int) -> String? {
    let bytes = Array(code.utf8)
    let offset = min(max(offset, 0), bytes.count)
    let start = bytes[..<offset].lastIndex { !Self.isOfWord($0) }.map { $0 + 1 } ?? 0
    let end = bytes[offset...].firstIndex { !Self.isOfWord($0) } ?? bytes.count
    let word = String(decoding: bytes[start..<end], as: UTF8.self)
    let lineStart = bytes[..<start].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let before = bytes[lineStart..<start].drop { $0 == UInt8(ascii: " ") }
    let verb = String(decoding: before.prefix(while: Self.isOfWord), as: UTF8.self)
    // The word as its verb knows it, by itself, as the glossary has it; else the verb.
    let lines =
      (verb.isEmpty || word.isEmpty ? [] : ["help \(verb) \(word)"])
      + (word.isEmpty ? [] : ["help \(word)", "explain \(word)"])
      + (verb.isEmpty ? [] : ["help \(verb)"])
    return lines.lazy.compactMap { said(by: $0) }.first
  }

  /// What a verb of the notebook says; nil where it refuses.
  private func said(by line: String) -> String? {
    var copy = session
    guard case .notebook(let document, _, _) = copy.submit(line) else { return nil }
    return Transcript.standard.lines(of: document).joined(separator: "\n")
  }

  private static func isOfWord(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return (lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")) || byte == UInt8(ascii: "_")
      || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
  }

  func completeness(of code: String) -> KernelCompleteness {
    let read = KernelLines(code, session.gathering)
    let whole = Script.standard(read.source)
    if read.rest.isEmpty || !whole.isIncomplete {
      return whole.diagnostics.isEmpty ? .complete : .invalid
    }
    let last = read.rest.split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
    let words = last.drop { $0 == " " }
    let opens = words == "for" || words.hasPrefix("for ")
    return .incomplete(
      indent: String(repeating: " ", count: last.count - words.count + (opens ? 2 : 0)))
  }
}
