@testable import Language

extension CommandForms {
  /// The forms of some commands, one of each kind among them.
  static let usual = CommandForms([
    ("print", .formula), ("check", .formula), ("plot", .argumentsWithLists),
    ("features", .formulas),
  ])
}

extension Script {
  /// Reads a text with these commands.
  init(parsing text: String) { self.init(parsing: text, forms: .usual) }

  /// Reads bytes with these commands.
  init(parsing bytes: [UInt8]) { self.init(parsing: bytes, forms: .usual) }
}

extension CursorContext {
  /// The context of an offset, with these commands.
  static func at(_ offset: Int, in source: String) -> CursorContext {
    at(offset, in: source, forms: .usual)
  }
}
