/// The different texts of a column, and which of them each row has.
struct Categories {
  /// The texts, in the order in which they were first seen.
  private var names: [String] = []
  private var idOfName: [String: Int32] = [:]
  /// The place of each row's text in `names`; -1 where it is missing.
  private var ids: [Int32] = []

  /// How many different texts there are; more than `ColumnSurvey.mostTexts` are not told apart.
  var count: Int { names.count }
  /// How many rows there are.
  var rowCount: Int { ids.count }
  /// Whether there are more different texts than any column may have: nothing is kept of the others.
  var isCrowded: Bool { count > ColumnSurvey.mostTexts }

  /// Takes the text of the next row; nil where it is missing.
  mutating func append(_ name: @autoclosure () -> String?) {
    // A table grows to gigabytes of texts, and its growth can't be interrupted.
    guard !isCrowded, let name = name() else { return ids.append(-1) }
    let next = Int32(names.count)
    let id = idOfName[name] ?? next
    if id == next {
      idOfName[name] = id
      names.append(name)
    }
    ids.append(id)
  }

  /// The texts in their order, numbers by size and texts by their bytes, and the place of each row's
  /// text among them; -1 where it is missing.
  ///
  /// Blanks and what a terminal would obey are taken out of them. Spellings of true and false, or of yes and no, that differ in capitals are one text, in small
  /// letters.
  func sorted() -> (names: [String], places: [Int32]) {
    var spellings = names.map(printable)
    if Self.areTruths(spellings) {
      let small = spellings.map { $0.lowercased() }
      if Set(small).count < Set(spellings).count { spellings = small }
    }
    let unique = Array(Set(spellings))
    let numbers = unique.compactMap { Double($0) }
    let order: [String]
    if numbers.count == unique.count {
      order = zip(unique, numbers).sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.0)
    } else {
      order = unique.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
    var place: [String: Int32] = [:]
    for (index, name) in order.enumerated() { place[name] = Int32(index) }
    let places = spellings.map { place[$0] ?? -1 }
    return (order, ids.map { $0 < 0 ? -1 : places[Int($0)] })
  }

  /// Whether the names are the two of a pair such as true and false, in whatever capitals.
  static func areTruths(_ names: [String]) -> Bool {
    guard names.count <= 8 else { return false }
    let small = Set(names.map { $0.lowercased() })
    return [["true", "false"], ["yes", "no"], ["t", "f"], ["y", "n"]].contains {
      small.isSubset(of: $0)
    }
  }

  /// The first two names that differ in nothing but capitals, `Setosa` and `setosa`; nil where there
  /// are none.
  static func alike(_ names: [String]) -> (String, String)? {
    var seen: [String: String] = [:]
    for name in names {
      if let other = seen.updateValue(name, forKey: name.lowercased()) {
        return (other, name)
      }
    }
    return nil
  }
}
