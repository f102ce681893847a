import Session
import Testing

@Suite("why")
struct WhyTests {
  private static let trained = """
    data circles points=60 noise=0.1
    split train=60% validation=40%
    network
    add dense 8 tanh
    add dense 1 sigmoid
    train epochs=40 rate=0.05 optimizer=adam
    """

  private static func why(_ lines: String..., after start: String = trained) -> String {
    var session = NotebookSession(settings: .testing())
    for line in start.split(separator: "\n") + lines.map({ Substring($0) }) {
      _ = session.lines(of: String(line))
    }
    return session.lines(of: "why").joined(separator: " ")
  }

  @Test("says what the functions of a printed formula compute")
  func formulas() {
    let matrix = Self.why("print confusion(validation)")
    #expect(matrix.contains("a line is a row"))
    #expect(matrix.contains("How often each true class (row)"))
    let number = Self.why("print 1 + error(train)")
    #expect(number.contains("is the value of the formula 1 + error(train)"))
    #expect(number.contains("classified wrongly"))
    #expect(Self.why("print \"a\"").contains("no picture or table: \"a\""))
  }

  @Test("has something to say where there was nothing to draw")
  func nothingWrong() {
    let text = Self.why(
      "train epochs=300 rate=0.05 optimizer=adam", "plot wrong train")
    #expect(text.contains("wrong (0.0%): nothing to show"), "\(text)")
    #expect(text.contains("misclassified example: "))
  }

  @Test("explains bias, variance, the bound and the verdict of diagnose from their numbers")
  func diagnosis() {
    let text = Self.why("diagnose train=12% validation=25% target=13%", after: "")
    for part in [
      "A bar of full length would be 100%.", "bias -1.0 points: the training error less the target",
      "12.0% - 13.0%; not above the bound", "25.0% - 12.0%; above the bound: high variance",
      "high above 6.5 points: ", "The verdict is high variance",
      "variance: How far the validation error is above",
    ] {
      #expect(text.contains(part), "\(part) is not in\n\(text)")
    }
  }

  @Test("explains what diagnose says of a regression")
  func regression() {
    let text = Self.why(
      "data waves points=40", "split train=60% validation=40%", "network", "add dense 4 tanh",
      "add dense 1", "train epochs=40 rate=0.0001", "diagnose", after: "")
    #expect(text.contains("learning rate: ") || text.contains("epoch: "), "\(text)")
  }

  @Test(
    "says what the diagonal, the mark and a step mean",
    arguments: [
      ("roc validation", "\"chance\", the diagonal"), ("roc validation", "\"as it decides\""),
      ("roc validation", "A step up"), ("precision recall validation", "There is no diagonal"),
      ("calibration validation", "\"as sure as right\", the diagonal"),
      ("coverage validation", "A step to the right"),
    ])
  func curves(plot: String, part: String) {
    #expect(Self.why("plot \(plot)").contains(part))
  }

  @Test("does not promise of how many a table counts zeros")
  func zeros() {
    let text = Self.why("compare l1=0,0.01")
    #expect(text.contains("How many weights are exactly 0. Plain steps"))
    #expect(!text.contains("of how many"))
  }
}
