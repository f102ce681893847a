/// A declaration of a Swift file that other rooms can see, read from the text of the file as
/// `swift format` lays it out.
///
/// These are what says `public` or `package` or stands in an extension that says it, the cases of
/// such an enum and the requirements of such a protocol. Imports and extensions declare nothing.
struct VisibleDeclaration: Equatable {
  /// The line on which it begins, attributes aside, counted from 1.
  var line: Int
  /// That line, without what it is indented by.
  var text: String
  /// Whether a documentation comment that begins with a sentence, and not with a list of
  /// parameters or errors, stands right above it or above its attributes.
  var isDocumented: Bool

  /// The declarations of a file, in its order.
  static func all(in source: String) -> [VisibleDeclaration] {
    let whole: [Substring] = source.split(separator: "\n", omittingEmptySubsequences: false)
    let lines = whole.map { line in line.drop { $0 == " " } }
    let indents = zip(whole, lines).map { $0.count - $1.count }
    var found: [VisibleDeclaration] = []
    var scopes: [Scope] = []
    for (index, text) in lines.enumerated() {
      if text.hasPrefix("}") { scopes.removeAll { $0.indent >= indents[index] } }
      guard let head = DeclarationHead(text) else { continue }
      let scope = scopes.last { $0.indent == indents[index] - 2 }
      if head.isVisible || scope?.shows(head) == true {
        if head.keyword != "extension" {
          found.append(
            VisibleDeclaration(
              line: index + 1, text: String(text), isDocumented: isDocumented(lines[..<index])))
        }
        if !text.hasSuffix("}") {
          scopes.append(Scope(indent: indents[index], keyword: head.keyword))
        }
      }
    }
    return found
  }

  /// Whether the lines above a declaration end with a documentation comment, attributes aside.
  private static func isDocumented(_ above: ArraySlice<Substring>) -> Bool {
    let comment = above.reversed().drop { $0.hasPrefix("@") }.prefix { $0.hasPrefix("///") }
    guard let first = comment.last?.dropFirst(3).drop(while: { $0 == " " }) else { return false }
    return !first.isEmpty && !first.hasPrefix("- ")
  }

  /// The braces of a visible declaration that others stand in.
  private struct Scope {
    var indent: Int
    var keyword: String

    /// Whether what stands directly within is visible without saying so.
    func shows(_ head: DeclarationHead) -> Bool {
      switch keyword {
      case "enum": head.keyword == "case"
      case "protocol": true
      case "extension": !head.isHidden
      default: false
      }
    }
  }
}

/// What a declaration begins with: its modifiers and its keyword.
private struct DeclarationHead {
  private static let keywords: Set = [
    "actor", "associatedtype", "case", "class", "enum", "extension", "func", "init", "let",
    "protocol", "struct", "subscript", "typealias", "var",
  ]
  private static let modifiers: Set = [
    "borrowing", "consuming", "convenience", "fileprivate", "final", "indirect", "infix",
    "internal", "isolated", "lazy", "mutating", "nonisolated", "nonmutating", "open", "override",
    "package", "postfix", "prefix", "private", "public", "required", "static", "unowned", "weak",
  ]

  private(set) var keyword = ""
  /// Whether it says that other rooms can see it.
  private(set) var isVisible = false
  /// Whether it says that they can't.
  private(set) var isHidden = false

  /// Reads a line without its indentation; nil where no declaration begins.
  init?(_ line: Substring) {
    var isInAttribute = false
    for word in line.split(separator: " ") {
      if isInAttribute || word.hasPrefix("@") {
        let opens = word.count { $0 == "(" } - word.count { $0 == ")" }
        isInAttribute = isInAttribute ? opens >= 0 : opens > 0
        continue
      }
      if Self.modifiers.contains(String(word)) {
        isVisible = isVisible || ["public", "package", "open"].contains(word)
        isHidden = isHidden || ["private", "fileprivate", "internal"].contains(word)
      } else if !word.hasSuffix("(set)") {
        keyword = String(word.prefix { $0.isLetter })
        guard Self.keywords.contains(keyword) else { return nil }
        return
      }
    }
    return nil
  }
}
