import Workbench

/// A Swift file of a room, as the tests of the house read it.
struct SourceText {
  /// "Networks"
  let room: String
  /// The path below `Sources`: "Networks/Layers/Dense.swift".
  let path: String
  /// The words of its code in order, comments and strings left out.
  let words: [String]
  /// What stands between quotes, in order: a text within the value of another one before it.
  let quotes: [Quote]
  /// How many lines hold code, and not a comment alone.
  let codeLines: Int

  /// A text between quotes.
  struct Quote {
    /// What stands there, with an asterisk for each value.
    let text: String
    /// What is called or declared with it as an argument, the innermost last; empty for brackets
    /// alone.
    let calls: [String]
  }

  /// The folder that it stands in: "Networks/Layers".
  var folder: String { path.split(separator: "/").dropLast().joined(separator: "/") }

  /// "Dense"
  var name: String {
    let file = path.split(separator: "/").last ?? ""
    return String(file.dropLast(".swift".count))
  }

  /// The names of the types that it declares.
  var types: [String] {
    let kinds: Set = ["struct", "class", "enum", "protocol", "actor", "typealias"]
    return zip(words, words.dropFirst()).compactMap { keyword, word in
      guard kinds.contains(keyword), word.first?.isUppercase == true else { return nil }
      return word
    }
  }

  /// All files of `Sources`, in order.
  static let all: [SourceText] = {
    let sources = Repository.path("Sources")
    return (try? WorkingFolder().names(in: sources))?.sorted().flatMap { room in
      files(in: "\(sources)/\(room)", below: sources, room: room)
    } ?? []
  }()

  private static func files(in folder: String, below root: String, room: String) -> [SourceText] {
    let door = WorkingFolder()
    return ((try? door.names(in: folder)) ?? []).sorted().flatMap { name -> [SourceText] in
      let path = "\(folder)/\(name)"
      if door.isFolder(path) { return files(in: path, below: root, room: room) }
      guard name.hasSuffix(".swift"), let bytes = try? door.read(path) else { return [] }
      return [SourceText(bytes, room: room, path: String(path.dropFirst(root.count + 1)))]
    }
  }

  init(_ bytes: [UInt8], room: String, path: String) {
    self.room = room
    self.path = path
    var reader = CodeReader(bytes)
    reader.read()
    words = reader.words
    quotes = reader.quotes
    codeLines = reader.codeLines
  }
}

/// Takes the words and the texts out of Swift code.
private struct CodeReader {
  private let bytes: [UInt8]
  private var place = 0
  private var holdsCode = false
  private var calls: [String] = []
  private(set) var words: [String] = []
  private(set) var quotes: [SourceText.Quote] = []
  private(set) var codeLines = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func read() {
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "\n"): endLine()
      case UInt8(ascii: " "): place += 1
      case UInt8(ascii: "/") where starts("//"): skip { $0 == UInt8(ascii: "\n") }
      case UInt8(ascii: "\"") where starts("\"\"\""):
        readLines()
      case UInt8(ascii: "\""): readString()
      case UInt8(ascii: "("):
        begin()
        calls.append(place > 0 && Self.isWord(bytes[place - 1]) ? words.last ?? "" : "")
        place += 1
      case UInt8(ascii: ")"):
        begin()
        _ = calls.popLast()
        place += 1
      case let byte where Self.isWord(byte): readWord()
      default:
        begin()
        place += 1
      }
    }
    endLine()
  }

  private mutating func endLine() {
    if holdsCode { codeLines += 1 }
    holdsCode = false
    place += 1
  }

  private mutating func begin() { holdsCode = true }

  private mutating func readWord() {
    begin()
    let start = place
    skip { !Self.isWord($0) }
    words.append(String(decoding: bytes[start..<place], as: UTF8.self))
  }

  /// A string of several lines, values and all.
  private mutating func readLines() {
    place += 3
    let start = place
    while place < bytes.count, !starts("\"\"\"") {
      if bytes[place] == UInt8(ascii: "\n") { endLine() } else { place += 1 }
    }
    quote(Array(bytes[start..<min(place, bytes.count)]))
    place += 3
  }

  /// A string of one line.
  private mutating func readString() {
    begin()
    place += 1
    var text: [UInt8] = []
    while place < bytes.count, bytes[place] != UInt8(ascii: "\n") {
      switch bytes[place] {
      case UInt8(ascii: "\""):
        place += 1
        return quote(text)
      case UInt8(ascii: "\\") where starts("\\("):
        place += 2
        readValue()
        text.append(UInt8(ascii: "*"))
      case UInt8(ascii: "\\"): place += 2
      default:
        text.append(bytes[place])
        place += 1
      }
    }
  }

  /// A value within a string, up to the bracket behind it.
  private mutating func readValue() {
    var depth = 1
    while place < bytes.count, depth > 0, bytes[place] != UInt8(ascii: "\n") {
      switch bytes[place] {
      case UInt8(ascii: "\""):
        readString()
        continue
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      default: break
      }
      place += 1
    }
  }

  private mutating func quote(_ text: [UInt8]) {
    quotes.append(.init(text: String(decoding: text, as: UTF8.self), calls: calls))
  }

  private mutating func skip(until isEnd: (UInt8) -> Bool) {
    while place < bytes.count, !isEnd(bytes[place]) { place += 1 }
  }

  private func starts(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard place + count <= bytes.count else { return false }
    return text.withUTF8Buffer { $0.elementsEqual(bytes[place..<place + count]) }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte)
      || (0x61...0x7a).contains(byte)
  }
}
