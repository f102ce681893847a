import Language
import TerminalText

extension FrontMatter {
  /// Reads the front matter off the top of a file.
  /// - Returns: The front matter, and how many lines it takes with its two fences: 0 if the file
  ///   has none.
  /// - Throws: `NotebookError` when it is not closed or no mapping in YAML, a key is unknown or
  ///   stands twice, or the value of a key of ours is not of its kind.
  static func read(
    _ lines: [TextLine], file: String
  ) throws(NotebookError) -> (frontMatter: FrontMatter, lineCount: Int) {
    var frontMatter = FrontMatter()
    guard let first = lines.first, first.text.trimmedAtEnd == "---" else { return (frontMatter, 0) }
    let end = lines.indices.dropFirst().first { lines[$0].text.trimmedAtEnd == "---" }
    guard let end else {
      throw NotebookError(
        file: file, line: 1, problem: "the front matter has no closing line of ---",
        hint: "for a rule at the top of a file, write *** instead of ---")
    }
    for entry in try HeadMapping(lines[1..<end].map(\.text), file: file).entries {
      try frontMatter.add(entry, file: file)
    }
    return (frontMatter, end + 1)
  }

  private mutating func add(_ entry: Entry, file: String) throws(NotebookError) {
    let (key, line) = (entry.key, entry.line)
    guard Self.isKnown(key) else {
      let near = Spelling.nearest(key, among: Self.keys).first.map { "; did you mean: \($0)" } ?? ""
      let shown = String(key.prefix(40)).cleaned(.quoted)
      throw NotebookError(
        file: file, line: line, problem: "the front matter has no key \"\(shown)\"\(near)",
        hint: "there are \(Self.keys.joined(separator: ", ")); a key of your own begins with x-")
    }
    guard value(of: key) == nil else {
      throw NotebookError(file: file, line: line, problem: "\"\(key)\" stands here a second time")
    }
    if let valid = interpret(key, entry.value) {
      let shown = String(entry.value.prefix(40)).cleaned(.quoted)
      throw NotebookError(
        file: file, line: line, problem: "\"\(key)\" must be \(valid), not \"\(shown)\"")
    }
    entries.append(entry)
  }

  private static let keys = [
    "title", "needs", "minutes", "teaches", "assumes", "mentions", "shows", "seed",
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
    case "shows":
      let rows = Self.list(value)
      shows = rows.compactMap { ShownRow($0) }
      if shows.count < rows.count { return "a list of rows, like B10, C1 diagnose" }
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
  static func list(_ value: String) -> [String] {
    value.isBlank
      ? []
      : value.split(separator: ",", omittingEmptySubsequences: false).map {
        String($0).trimmedAtBothEnds
      }
  }

  /// A whole number in decimal digits alone: no sign, no separators.
  static func number(_ text: String) -> UInt64? {
    guard text.utf8.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }) else {
      return nil
    }
    return UInt64(text)
  }

  /// A lesson is looked up by its name in a folder, so a name can't lead out of it.
  static func isLessonName(_ name: String) -> Bool {
    guard let first = name.utf8.first, first != UInt8(ascii: ".") else { return false }
    return name.unicodeScalars.allSatisfy { scalar in
      scalar == "-" || scalar == "_" || scalar == "." || scalar.properties.isAlphabetic
        || scalar.properties.numericType == .decimal
    }
  }
}
