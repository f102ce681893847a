import Language
import TerminalText

/// What a notebook says about itself before its prose: `key: value` lines between two lines
/// of `---` at the very top of the file.
///
/// Keys of site generators, and those that begin with `x-`, are kept and mean nothing. A key that
/// nobody knows is an error: misspelled, it would change what the file means unnoticed.
package struct FrontMatter: Sendable, Equatable {
  /// One line of the front matter.
  package struct Entry: Sendable, Equatable {
    /// What stands before the colon: a letter, then letters, digits, `-` and `_`.
    package var key: String
    /// The value, without the quotes that it may stand in.
    package var value: String
    /// The line of the file, counted from 1.
    package var line: Int
  }

  /// All lines, in the order of the file.
  package private(set) var entries: [Entry] = []
  /// `title: Dropout`; nil when there is none or it is empty.
  package private(set) var title: String?
  /// `needs: circles, mnist`: the data sets that the notebook works on.
  package private(set) var needs: [String] = []
  /// `minutes: 10`: how long the lesson takes, at least 1.
  package private(set) var minutes: Int?
  /// `teaches: dropout, keep probability`: the terms that the lesson explains.
  package private(set) var teaches: [String] = []
  /// `assumes: variance`: the terms that lessons before it explain.
  package private(set) var assumes: [String] = []
  /// `mentions: ensemble`: the terms that it names ahead of their lesson, on purpose.
  package private(set) var mentions: [String] = []
  /// `seed: 3`: the seed that the notebook is replayed from; nil means the seed of the session.
  package private(set) var seed: UInt64?

  /// The front matter of a file that has none.
  package init() {}

  /// The value that stands behind a key.
  package func value(of key: String) -> String? {
    entries.first { $0.key == key }?.value
  }
}

extension FrontMatter {
  /// Reads the front matter off the top of a file.
  /// - Returns: The front matter, and how many lines it takes with its two fences: 0 if the file
  ///   has none.
  /// - Throws: `NotebookError` when it is not closed, a line is no `key: value`, a key stands
  ///   twice, or the value of a key of ours is not of its kind.
  static func read(
    _ lines: [TextLine], file: String
  ) throws(NotebookError) -> (frontMatter: FrontMatter, lineCount: Int) {
    var frontMatter = FrontMatter()
    guard let first = lines.first, first.text.trimmedAtEnd == "---" else { return (frontMatter, 0) }
    for index in lines.indices.dropFirst() {
      let text = lines[index].text
      if text.trimmedAtEnd == "---" { return (frontMatter, index + 1) }
      if text.isBlank { continue }
      try frontMatter.add(text, line: index + 1, file: file)
    }
    throw NotebookError(
      file: file, line: 1, problem: "the front matter has no closing line of ---",
      hint: "for a rule at the top of a file, write *** instead of ---")
  }

  private mutating func add(
    _ text: String, line: Int, file: String
  ) throws(NotebookError) {
    guard let (key, rawValue) = Self.pair(text) else {
      throw NotebookError(
        file: file, line: line, problem: "the front matter has one \"key: value\" a line",
        hint: "for example: minutes: 10")
    }
    guard Self.isKnown(key) else {
      let near = Spelling.nearest(key, among: Self.keys).first.map { "; did you mean: \($0)" } ?? ""
      throw NotebookError(
        file: file, line: line, problem: "the front matter has no key \"\(key)\"\(near)",
        hint: "there are \(Self.keys.joined(separator: ", ")); a key of your own begins with x-")
    }
    guard value(of: key) == nil else {
      throw NotebookError(file: file, line: line, problem: "\"\(key)\" stands here a second time")
    }
    guard let value = Self.unquoted(rawValue) else {
      throw NotebookError(
        file: file, line: line, problem: "the value of \"\(key)\" has no closing quote")
    }
    if let valid = interpret(key, value) {
      let shown = String(value.prefix(40)).cleaned(.spelled)
      throw NotebookError(
        file: file, line: line, problem: "\"\(key)\" must be \(valid), not \"\(shown)\"")
    }
    entries.append(Entry(key: key, value: value, line: line))
  }

  private static let keys = [
    "title", "needs", "minutes", "teaches", "assumes", "mentions", "seed",
  ]
  private static let keysOfSites = [
    "author", "authors", "categories", "category", "date", "description", "draft", "keywords",
    "lang", "language", "layout", "license", "nav_order", "parent", "permalink", "slug", "subtitle",
    "summary", "tags", "toc", "updated", "version", "weight",
  ]

  private static func isKnown(_ key: String) -> Bool {
    keys.contains(key) || keysOfSites.contains(key) || key.startsWithBytes(of: "x-")
  }

  /// Takes over the value of a key of ours; returns what is valid when it is not.
  private mutating func interpret(_ key: String, _ value: String) -> String? {
    switch key {
    case "title":
      title = value.isEmpty ? nil : value
    case "needs":
      needs = Self.list(value)
      if !needs.allSatisfy(Self.isLessonName) { return "a list of lessons, like circles, moons" }
    case "teaches", "assumes", "mentions":
      let terms = Self.list(value)
      if terms.contains(where: \.isEmpty) { return "a list of terms, like dropout, early stopping" }
      switch key {
      case "teaches": teaches = terms
      case "assumes": assumes = terms
      default: mentions = terms
      }
    case "minutes":
      guard let number = Self.number(value), number >= 1, number <= 10_000 else {
        return "a whole number from 1 to 10000"
      }
      minutes = Int(number)
    case "seed":
      guard let number = Self.number(value) else {
        return "a whole number from 0 to \(UInt64.max)"
      }
      seed = number
    default: break
    }
    return nil
  }

  /// What stands between commas; nothing for an empty value.
  private static func list(_ value: String) -> [String] {
    value.isBlank
      ? []
      : value.split(separator: ",", omittingEmptySubsequences: false).map {
        String($0).trimmedAtBothEnds
      }
  }

  /// production: key ":" [ blank value ], with nothing before the key.
  private static func pair(_ text: String) -> (key: String, value: String)? {
    let bytes = text.utf8
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let key = bytes[..<colon]
    let value = bytes[bytes.index(after: colon)...]
    guard let first = key.first, isLetter(first), key.allSatisfy(isKeyByte) else { return nil }
    guard value.isEmpty || value.first == UInt8(ascii: " ") || value.first == UInt8(ascii: "\t")
    else { return nil }
    return (
      String(decoding: key, as: UTF8.self),
      String(decoding: value, as: UTF8.self).trimmedAtBothEnds
    )
  }

  /// The value inside its quotes, if it has any: `"…"` with `\"` and `\\`, or `'…'` with `''`.
  private static func unquoted(_ value: String) -> String? {
    let bytes = Array(value.utf8)
    guard let quote = bytes.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    else { return value }
    let escape = quote == UInt8(ascii: "'") ? quote : UInt8(ascii: "\\")
    var inner: [UInt8] = []
    var index = 1
    while index < bytes.count {
      let next = index + 1 < bytes.count ? bytes[index + 1] : nil
      if bytes[index] == escape, let next, next == quote || next == escape {
        inner.append(next)
        index += 2
      } else if bytes[index] == quote {
        return next == nil ? String(decoding: inner, as: UTF8.self) : nil
      } else {
        inner.append(bytes[index])
        index += 1
      }
    }
    return nil
  }

  /// A whole number in decimal digits alone: no sign, no separators.
  private static func number(_ text: String) -> UInt64? {
    guard text.utf8.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }) else {
      return nil
    }
    return UInt64(text)
  }

  /// A lesson is looked up by its name in a folder, so a name can't lead out of it.
  private static func isLessonName(_ name: String) -> Bool {
    guard let first = name.utf8.first, first != UInt8(ascii: ".") else { return false }
    return name.unicodeScalars.allSatisfy { scalar in
      scalar == "-" || scalar == "_" || scalar == "." || scalar.properties.isAlphabetic
        || scalar.properties.numericType == .decimal
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")
  }

  private static func isKeyByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }
}
