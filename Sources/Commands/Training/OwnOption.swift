import Networks

/// An option of the optimizers that declare a setting of this name; sgd counts for momentum too.
struct OwnOption: Sendable {
  let name: String
  /// Which optimizers take it, and the option as each of them declares it.
  var owners: [(kind: Optimizer.Kind, definition: OptionDefinition)]

  var kinds: [Optimizer.Kind] { owners.map(\.kind) }

  /// Whether it is told by who does not take it.
  var isOfNearlyAll: Bool { owners.count > 3 }

  /// "the optimizers adam, adamw", behind "belongs to".
  var ownersText: String {
    if owners.count == 1 { return "the optimizer \(names)" }
    return isOfNearlyAll ? "all optimizers but \(others)" : "the optimizers \(names)"
  }

  /// The option of all of them. What it does begins with whose it is, unless the default says it.
  var definition: OptionDefinition {
    let first = owners[0].definition
    let standard = Self.standard(owners.map { ($0.kind, $0.definition.standard ?? "") })
    let isSaid = standard != first.standard
    let owner = isSaid ? "" : isOfNearlyAll ? "all but \(others): " : "\(names): "
    return OptionDefinition(
      name: name, kind: first.kind, standard: standard, meaning: owner + first.meaning)
  }

  private var names: String { kinds.map(\.rawValue).joined(separator: ", ") }

  private var others: String {
    Optimizer.Kind.allCases.filter { !kinds.contains($0) }.map(\.rawValue).joined(separator: ", ")
  }

  /// "0.9" where all have the same default, else "sgd 0.01, others 0.001".
  static func standard(_ defaults: [(kind: Optimizer.Kind, text: String)]) -> String? {
    let groups = Dictionary(grouping: defaults, by: \.text)
    guard groups.count > 1 else { return defaults.first?.text }
    let alone = defaults.filter { groups[$0.text]?.count == 1 }
    let others = defaults.first { groups[$0.text]?.count != 1 }
    return
      (alone.map { "\($0.kind.rawValue) \($0.text)" }
      + (others.map { ["others \($0.text)"] } ?? [])).joined(separator: ", ")
  }
}
