import JSON
import ReferenceNumbers
import Testing

/// Schedules as they are typed, over the 61 epochs of the file: within 1e-12 of the greatest rate.
@Suite(
  "Schedules of the reference folder at the prompt",
  .enabled(if: ReferenceFolder.isThere, "the reference folder is not there"))
struct SchedulesAtThePromptTests {
  /// What is typed for each schedule of the file; t is the epoch.
  private static let formulas: [(name: String, formula: String)] =
    [
      ("time_decay", "time_decay(rate=0.1, decay=0.05)"),
      ("exponential_gamma", "exponential(rate=0.1, decay=0.95)"),
      ("exponential_e", "exponential(rate=0.1, decay=exp(-0.05))"),
      ("polynomial_2_to_0", "polynomial(rate=0.1, over=50, end=0, power=2)"),
      ("polynomial_2_to_0.001", "polynomial(rate=0.1, over=50, end=0.001, power=2)"),
      ("linear_to_0.01", "polynomial(rate=0.1, over=40, end=0.01)"),
      ("piecewise_inclusive", "piecewise(boundaries=[20, 40], values=[0.1, 0.02, 0.004])"),
      // PyTorch's milestones have the new rate already.
      ("piecewise_exclusive", "piecewise(boundaries=[19, 39], values=[0.1, 0.02, 0.004])"),
      ("step", "step(rate=0.1, every=15)"),
      ("cosine_to_0", "cosine(rate=0.1, over=50)"),
      ("cosine_to_0.001", "cosine(rate=0.1, over=50, alpha=0.01)"),
      ("cosine_restarts_10_x2", "cosine_restarts(rate=0.1, first=10)"),
      ("cosine_restarts_10_x1", "cosine_restarts(rate=0.1, first=10, t_mul=1)"),
      ("cosine_restarts_10_x2_m0.5", "cosine_restarts(rate=0.1, first=10, m_mul=0.5)"),
      ("warmup_linear_from_0.1", "warmup(10, rate=0.1, from=0.1)"),
      ("warmup_then_cosine", "warmup(10, cosine(over=50), rate=0.1)"),
      ("warmup_linear_then_cosine_torch", "warmup(10, cosine(over=50), rate=0.1, from=0.1)"),
    ].map { ($0.0, "rate(\($0.1), t)") } + [
      // These rise again, or have no name anywhere.
      ("cosine_torch_to_0.001", "0.001 + 0.099 * 0.5 * (1 + cos(pi * t / 50))"),
      ("one_over_sqrt_warmup", "0.1 * min([1 / sqrt(t + 1), (t + 1) * 10^-1.5])"),
    ]

  @Test("have their rates", arguments: formulas.map(\.name))
  func rates(name: String) throws {
    let file = try ReferenceFile.read("schedules.json")
    let entry = try #require(try file.at("schedules").list.first { $0["name"]?.string == name })
    let formula = try #require(Self.formulas.first { $0.name == name }?.formula)
    var prompt = try Prompt()
    var rates: [Double] = []
    for epoch in try file.at("epochs").elements {
      try prompt.type("let t = \(epoch)")
      rates += try prompt.values(of: formula)
    }
    try expectAgreement(rates, entry.at("values").elements, within: 1e-12, name)
  }

  @Test("are all of the file's")
  func all() throws {
    let names = try ReferenceFile.read("schedules.json").at("schedules").list.map {
      try $0.at("name").string
    }
    #expect(names.sorted() == Self.formulas.map(\.name).sorted())
  }
}
