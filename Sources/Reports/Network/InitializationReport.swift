package import Charts

/// What `initialize` did: all weights are drawn anew.
package struct InitializationReport: Report {
  /// How many numbers the network has.
  package let parameters: Int
  /// What they were drawn from.
  package let seed: UInt64

  /// Puts together what was done.
  package init(parameters: Int, seed: UInt64) {
    self.parameters = parameters
    self.seed = seed
  }

  /// "33 parameters drawn · seed 7"
  package var document: Document {
    Document([
      .facts([
        Fact(
          "parameters", .count(parameters),
          text: "\(NumberText.count(parameters)) parameters drawn",
          term: "fitted parameters"),
        Fact("seed", .text(String(seed)), text: "seed \(seed)"),
      ])
    ])
  }
}
