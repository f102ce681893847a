import Charts
package import Language
package import TensorEngine

/// Memory that is not there, in words.
extension Wording {
  /// A shortage of memory, and what gives more.
  package static func diagnostic(
    for shortage: MemoryShortage, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(text(of: shortage), at: range, hints: hint(for: shortage).map { [$0] } ?? [])
  }

  /// "this matrix needs 3.7 GiB, and 0.4 GiB of 1 GiB is left".
  package static func text(of shortage: MemoryShortage) -> String {
    let need = "\(text(of: shortage.need)) needs \(bytes(shortage.needed))"
    switch shortage.cause {
    case .budget: return "\(need), and \(bytes(shortage.left)) of \(bytes(shortage.limit)) is left"
    case .machine: return "\(need), and this machine has not as much"
    case .rights:
      return "\(need), and a lesson or script may ask for \(bytes(shortage.limit)) (--memory GIB)"
    }
  }

  /// Which budget would do; nil where none would.
  package static func hint(for shortage: MemoryShortage) -> String? {
    guard shortage.cause == .budget else { return nil }
    let (total, isTooMuch) = (shortage.limit - shortage.left)
      .addingReportingOverflow(shortage.needed)
    let whole = isTooMuch ? Int.max : total / gibibyte + 1
    guard whole <= mostGibibytes else { return nil }
    return "set memory \(whole) allows \(whole) GiB; undo gives back what a cell holds"
  }

  /// The most that a session may be allowed, in GiB.
  package static let mostGibibytes = 1024
  /// The bytes of a GiB.
  package static let gibibyte = 1 << 30

  /// A number of bytes in the largest unit of which there is at least one: "1.5 GiB", "12 bytes".
  package static func bytes(_ count: Int) -> String {
    let units: [(name: String, shift: Int)] = [("GiB", 30), ("MiB", 20), ("KiB", 10)]
    guard let unit = units.first(where: { count >> $0.shift > 0 }) else {
      return self.count(count, "byte")
    }
    let whole = count >> unit.shift
    guard whole < mostGibibytes * mostGibibytes else { return "more than a million GiB" }
    let tenths = ((count - (whole << unit.shift)) * 10) >> unit.shift
    return whole < 100 && tenths > 0
      ? "\(whole).\(tenths) \(unit.name)" : "\(NumberText.count(whole)) \(unit.name)"
  }

  private static func text(of need: MemoryShortage.Need) -> String {
    switch need {
    case .matrix: "this matrix"
    case .batch(let count): "a batch of \(count)"
    case .parameters(let count): "drawing \(count) parameters"
    case .networks: "training so many networks"
    case .dataset: "this data"
    case .table: "this table"
    case .unpacking: "what it unpacks to"
    case .images: "reading the images up to this one"
    case .features: "these features"
    case .text: "reading this"
    case .cell: "this cell"
    case .nextCell: "a cell more"
    case .budget: "set memory"
    case .arena: "this"
    }
  }
}
