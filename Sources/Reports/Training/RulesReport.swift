package import Charts

/// What `when` lists: the rules that are kept.
package struct RulesReport: Report {
  /// The rules as they are written, in order.
  package let rules: [String]

  /// Lists the rules.
  package init(_ rules: [String]) {
    self.rules = rules
  }

  package var document: Document {
    guard !rules.isEmpty else {
      return Document([.facts([Fact("rules", .count(0), text: "no rules")])])
    }
    return Document(rules.map { .facts([Fact("rule", .text($0), text: $0)]) })
  }
}
