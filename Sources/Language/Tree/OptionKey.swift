/// The name of an option in its parts: `units(2)` is of the second layer, `schedule.decay` is a
/// setting within another one.
///
///     key = word [ "(" number ")" ] { "." word }
package struct OptionKey: Hashable, Sendable {
  /// The word that it begins with: "units".
  package let word: String
  /// The number in parentheses; nil without.
  package let place: Int?
  /// The words behind points.
  package let path: [String]

  /// The parts of a name, as it was read.
  package init(_ name: Name) {
    guard name.text.utf8.contains(where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "(") })
    else {
      (word, place, path) = (name.text, nil, [])
      return
    }
    let parts = name.text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    path = Array(parts.dropFirst())
    let first = parts.first ?? ""
    let pieces = first.split(separator: "(")
    word = pieces.first.map(String.init) ?? ""
    place = pieces.count == 2 ? Int(pieces[1].dropLast()) : nil
  }

  /// The name that a value spells where it stands before `=`; nil where it spells none.
  static func name(of value: Expression) -> Name? {
    switch value.kind {
    case .word(let text): return Name(text, range: value.range)
    case .call(let name, let arguments):
      guard arguments.count == 1, case .value(let number)? = arguments.first,
        let place = number.wholeNumber, place > 0
      else { return nil }
      return Name("\(name.text)(\(place))", range: value.range)
    case .path(let text):
      let parts = text.split(separator: ".", omittingEmptySubsequences: false)
      let isKey =
        parts.count > 1
        && parts.allSatisfy { part in
          part.utf8.first?.isLetter == true && part.utf8.allSatisfy(\.isWordByte)
        }
      return isKey ? Name(text, range: value.range) : nil
    default: return nil
    }
  }
}

extension Expression {
  /// The name of an option that the value spells, as in `over=units(2)`; nil where it spells none.
  package var optionName: Name? { OptionKey.name(of: self) }
}
