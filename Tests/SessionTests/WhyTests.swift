import Networks
import Notebooks
import Reports
import Testing
import Tuning
import Workbench

@testable import Session

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

  @Test("calls the bias within chance and the variance high where diagnose does")
  func withinChance() {
    let text = Self.why(
      "seed 0", "data spirals points=220 noise=0.02", "split train=10% validation=90%", "network",
      "add dense 16 tanh", "add dense 1 sigmoid", "train epochs=45 optimizer=adam rate=0.05",
      "evaluate", "diagnose target=5%", after: "")
    #expect(text.contains("; above the bound, but within chance. - variance "), "\(text)")
    #expect(text.contains("; above the bound: high variance. - high above "), "\(text)")
    #expect(text.contains("The verdict is high variance: it overfits."), "\(text)")
  }

  @Test(
    "says of bias, variance and the verdict what the diagnosis says",
    arguments: [nil, 10, 40, 1000], [0, 0.05, 0.13])
  func figures(examples: Int?, target: Double) {
    let errors = [0, 0.01, 0.04, 0.06, 0.12, 0.2, 0.35, 0.5, 1]
    for training in errors {
      for validation in errors {
        let diagnosis = Diagnosis(
          trainingError: training, validationError: validation, targetError: target,
          counts: examples.map { ($0, 2 * $0) })
        let said = DiagnosisReport(diagnosis).explanation.figures
        #expect(said.count == 4)
        #expect(said[0].contains(": high bias.") == diagnosis.hasHighBias)
        #expect(said[0].contains("but within chance") == diagnosis.isBiasWithinChance)
        #expect(said[1].contains(": high variance.") == diagnosis.hasHighVariance)
        #expect(said[1].contains("but within chance") == diagnosis.isVarianceWithinChance)
        let verdict =
          switch (diagnosis.hasHighBias, diagnosis.hasHighVariance) {
          case (true, true): "both"
          case (true, false): "high bias"
          case (false, true): "high variance"
          case (false, false) where diagnosis.hasOddVariance: "open"
          case (false, false): diagnosis.isGood ? "a good fit" : "open"
          }
        #expect(said[3].hasPrefix("The verdict is \(verdict): "))
      }
    }
  }

  @Test("takes a class or a feature for no term that it shares its name with")
  func namesakes() {
    let report = ConfusionReport(
      ConfusionMatrix(truths: [0, 0, 1], predicted: [0, 1, 1], classCount: 2),
      names: ["error", "gap"], on: .validation, looks: nil)
    let reading = DocumentReading(document: report.document).sentences
    #expect(reading.contains("error, from 0 (gap) to 1 (error)."), "\(reading)")
    #expect(!reading.contains { $0.contains("Validation less training") }, "\(reading)")
  }

  @Test("takes a column of the student's for no term that it shares its name with")
  func columns() throws {
    let folder = try TemporaryFolder()
    try folder.write("bias,loss,y\n1,2,a\n4,5,b\n2,1,a\n", to: "own.csv")
    var settings = SessionSettings.testing()
    settings.datasetFolders = [folder.path]
    var session = NotebookSession(settings: settings)
    _ = session.lines(of: "data csv own.csv")
    #expect(session.text(of: "show example 2").contains("bias 4"))
    let text = session.lines(of: "why").joined(separator: " ")
    for term in ["bias", "loss"] {
      let sentence = try #require(Glossary.entry(for: term)?.sentence)
      #expect(!text.contains(sentence.prefix(30)), "\(text)")
    }
  }

  @Test("takes the examples that were asked for none of the whole data")
  func asked() {
    for line in ["show confusion validation", "predict validation", "show coverage validation"] {
      let text = Self.why(line)
      #expect(text.contains("How many examples were asked."), "\(text)")
      #expect(!text.contains("How many examples the data has."), "\(text)")
    }
  }

  @Test("explains what is printed in a loop")
  func loops() {
    let text = Self.why("for x in 3, 4\n  print norm([x, 0])\nend")
    #expect(text.contains("3 is the value of the formula norm([x, 0])."), "\(text)")
    #expect(text.contains("norm, as in norm(x): "), "\(text)")
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

  @Test("takes the gap of a calibration for none between training and validation")
  func calibrationGap() {
    let text = Self.why("show calibration validation")
    #expect(text.contains(": Accuracy less mean confidence: below 0"), "\(text)")
    #expect(!text.contains("Validation less training"))
  }

  @Test("takes the zeros among outputs and gradients for no weights")
  func zeroElements() {
    for command in ["forward", "backward"] {
      let text = Self.why("forward", command)
      #expect(text.contains(": How many of the numbers are exactly 0."), "\(text)")
      #expect(!text.contains("How many weights are exactly 0"))
    }
  }

  @Test("does not promise of how many a table counts zeros")
  func zeros() {
    let text = Self.why("compare l1=0,0.01")
    #expect(text.contains("How many weights are exactly 0. Plain steps"))
    #expect(!text.contains("of how many"))
  }
}
