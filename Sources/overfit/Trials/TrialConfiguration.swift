internal import JSON
internal import Notebooks
internal import Workbench

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The settings of a trial in a file of JSON or YAML, or from standard input.
enum TrialConfiguration {
  static func parameters(
    of path: String, _ files: WorkingFolder
  ) throws -> [(name: String, value: String)] {
    let bytes = path == "-" ? Self.everything() : try files.read(path)
    if [".yaml", ".yml"].contains(where: path.hasSuffix) { return try pairs(in: bytes, path) }
    guard let value = try? JSONValue(reading: bytes), case .object(let members) = value else {
      throw TrialFault("\(path): the settings are one object of JSON", .badArguments)
    }
    return try members.map { member in
      switch member.value {
      case .string(let text): return (member.name, text)
      case .integer(let number): return (member.name, "\(number)")
      case .number(let number): return (member.name, Self.text(of: number))
      case .bool(let flag): return (member.name, flag ? "yes" : "no")
      case .null, .array, .object:
        throw TrialFault("\(path): \(member.name) is no setting with one value", .badArguments)
      }
    }
  }

  /// What a file in YAML says.
  private static func pairs(
    in bytes: [UInt8], _ path: String
  ) throws -> [(name: String, value: String)] {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw TrialFault("\(path): the file is not text in UTF-8", .badArguments)
    }
    do throws(NotebookError) {
      return try SettingsFile.pairs(in: text, file: path).map { pair in
        (pair.name, ["true": "yes", "false": "no"][pair.value] ?? pair.value)
      }
    } catch {
      throw TrialFault(error.description, .badArguments)
    }
  }

  /// Standard input to its end.
  private static func everything() -> [UInt8] {
    var (bytes, piece) = ([UInt8](), [UInt8](repeating: 0, count: 1 << 16))
    while bytes.count < 1 << 24 {
      let count = read(STDIN_FILENO, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      bytes += piece[..<count]
    }
    return bytes
  }

  /// A number as it is typed, without an exponent where it has few digits.
  private static func text(of number: Double) -> String {
    let text = "\(number)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
