import Datasets
import TensorEngine
import Testing

@Suite("Features by formula")
struct FeatureFormulaTests {
  private let x1 = FeatureFormula.column(0)
  private let x2 = FeatureFormula.column(1)

  private func feature(_ name: String, _ formula: FeatureFormula) -> FeatureExpansion.Feature {
    FeatureExpansion.Feature(name: name, formula: formula)
  }

  private func plane() throws -> Dataset {
    try table("x1,x2,y\n3,-0.5,a\n-2,0.25,b\n1,4,a\n")
  }

  @Test("are computed for each example by itself, in double precision")
  func values() throws {
    let expansion = FeatureExpansion(
      columns: ["x1", "x2"],
      features: [
        feature("x1^2", .combined(.power, x1, .number(2))),
        feature("x1*x2", .combined(.multiply, x1, x2)),
        feature("-x2/3", .combined(.divide, .negated(x2), .number(3))),
        feature("x1+x2-1", .combined(.subtract, .combined(.add, x1, x2), .number(1))),
      ], keepsColumns: true)
    let data = try plane().computing(expansion)
    #expect(data.featureNames == ["x1", "x2", "x1^2", "x1*x2", "-x2/3", "x1+x2-1"])
    #expect(data.examples.rawInput(at: 0) == [3, -0.5, 9, -1.5, 0.5 / 3, 1.5])
    #expect(data.examples.rawInput(at: 1) == [-2, 0.25, 4, -0.5, -0.25 / 3, -2.75])
    #expect(data.columns(ofRow: 1) == [-2, 0.25])
    #expect(data.columnNames == ["x1", "x2"])
  }

  /// Values of a table of functions to 16 digits, at 0.5.
  private static let functions: [(FeatureFormula.Function, Double)] = [
    (.abs, 0.5), (.sqrt, 0.7071067811865476), (.exp, 1.6487212707001282),
    (.log, -0.6931471805599453), (.sin, 0.479425538604203), (.cos, 0.8775825618903728),
    (.tanh, 0.46211715726000973), (.sigmoid, 0.6224593312018546),
  ]

  @Test("have the functions of a table", arguments: functions)
  func function(_ function: FeatureFormula.Function, value: Double) {
    let found = FeatureFormula.function(function, x1).value(for: [0.5])
    #expect(abs(found - value) <= 2 * value.ulp)
    #expect(Self.functions.count == FeatureFormula.Function.allCases.count)
  }

  @Test("take the place of the columns, or stand beside them, and are computed anew from these")
  func replacing() throws {
    let square = feature("x1^2", .combined(.power, x1, .number(2)))
    let alone = FeatureExpansion(columns: ["x1", "x2"], features: [square], keepsColumns: false)
    let data = try plane().computing(alone)
    #expect(data.examples.inputShape == [1])
    #expect(data.floats == [9, 4, 1])
    let product = feature("x1*x2", .combined(.multiply, x1, x2))
    let again = try data.computing(
      FeatureExpansion(columns: ["x1", "x2"], features: [product], keepsColumns: false))
    #expect(again.floats == [-1.5, -0.5, 4])
    #expect(data.classes == again.classes)
  }

  @Test("that are no number are refused, with the example and its columns")
  func noNumber() throws {
    let data = try plane()
    let error = failure {
      try data.computing(
        FeatureExpansion(
          columns: ["x1", "x2"], features: [feature("log(x1)", .function(.log, x1))],
          keepsColumns: true))
    }
    #expect(error?.problem == "log(x1) is no number for example 2, where x1 is -2")
  }

  @Test("of images, of other columns and of one name twice are refused")
  func refusals() throws {
    let none = FeatureExpansion(columns: ["x1", "x2"], features: [], keepsColumns: true)
    let images = try Generator.named("digits")?.dataset(
      options: [("images", 10), ("test", 10)], seed: 1)
    #expect(failure { try images?.computing(none) }?.problem.contains("images") == true)
    let data = try plane()
    let other = FeatureExpansion(columns: ["a"], features: [], keepsColumns: true)
    #expect(failure { try data.computing(other) }?.problem.contains("columns a") == true)
    let twice = FeatureExpansion(
      columns: ["x1", "x2"], features: [feature("x1", x1)], keepsColumns: true)
    #expect(failure { try data.computing(twice) }?.problem == "the feature x1 is there twice")
  }

  @Test("leave the known noise of made data as it was")
  func noise() throws {
    let moons = try #require(try Generator.named("moons")?.dataset(seed: 2))
    let squares = FeatureExpansion(
      columns: ["x1", "x2"], features: [feature("x1*x2", .combined(.multiply, x1, x2))],
      keepsColumns: false)
    let rows: [Int32] = [0, 5, 9]
    #expect(
      try moons.computing(squares).expectedTargets(ofRows: rows)
        == moons.expectedTargets(ofRows: rows))
  }
}
