import Commands
import Testing

@testable import Session

/// Lines in the words of Keras, PyTorch and scikit-learn, and the lines of this language.
@Suite("Words of other tools")
struct LoanwordTests {
  private static let points = [
    "data circles points=60", "split train=60% validation=40%", "network",
  ]
  private static let images = ["data digits images=40", "network"]
  private static let trained =
    points + ["add dense 4 tanh", "add dense 1 sigmoid", "train epochs=2"]

  @Test(
    "do what the words of this language do",
    arguments: [
      (
        "add Dense(8, activation=ReLU, kernel_initializer=HeNormal)",
        "add dense 8 relu initializer=he_normal"
      ),
      ("add Dense 8 relu", "add dense 8 relu"),
      ("add dense units=8 activation=relu", "add dense 8 relu"),
      ("add linear out_features=8", "add dense 8"), ("add Linear 8", "add dense 8 linear"),
      ("add dense 8 activation=LeakyReLU", "add dense 8 leaky_relu"),
      ("add dense 8 use_bias=no", "add dense 8 bias=no"), ("add Dropout(0.5)", "add dropout 0.5"),
      ("add dropout rate=0.5", "add dropout 0.5"), ("add dropout p=0.5", "add dropout 0.5"),
      ("add GaussianNoise(stddev=0.1)", "add gaussian_noise 0.1"),
      ("add BatchNormalization", "add batchnorm"), ("add batch_normalization", "add batchnorm"),
      ("add relu", "add activation relu"),
      ("add LeakyReLU alpha=0.1", "add activation leaky_relu slope=0.1"),
    ])
  func layers(_ theirs: String, _ ours: String) throws {
    try expectSame(theirs, ours, after: Self.points)
  }

  @Test(
    "do what the words of this language do, on images",
    arguments: [
      ("add Conv2D(8, 3, activation=relu)", "add conv 8 3x3 relu"),
      ("add conv 8 kernel_size=3x3 padding=same", "add conv 8 3x3 padding=same"),
      ("add conv2d 8 3x3 strides=2", "add conv 8 3x3 stride=2"),
      ("add maxpooling 2", "add maxpool 2x2"),
      ("add MaxPooling2D pool_size=2", "add maxpool 2x2"), ("add AvgPool2d(2)", "add avgpool 2x2"),
      ("add Flatten()", "add flatten"),
    ])
  func imageLayers(_ theirs: String, _ ours: String) throws {
    try expectSame(theirs, ours, after: Self.images)
  }

  @Test(
    "do what the words of this language do, in a training and after it",
    arguments: [
      ("train epochs=2 learning_rate=0.05 batch_size=10", "train epochs=2 rate=0.05 batch=10"),
      (
        "train n_epochs=2 optimizer=Adam(lr=0.01, beta_1=0.8)",
        "train epochs=2 optimizer=adam rate=0.01 beta1=0.8"
      ),
      ("train epochs=2 loss=MeanSquaredError", "train epochs=2 loss=mse"),
      ("train epochs=2 loss=BCELoss", "train epochs=2 loss=binary_crossentropy"),
      ("compare learning_rate=0.01,0.1", "compare rate=0.01,0.1"), ("show model", "show network"),
      ("plot history", "plot loss"), ("evaluate dev", "evaluate validation"),
      ("print ln(2) + loss(val)", "print log(2) + loss(validation)"),
      ("data circles 50", "data circles points=50"),
      ("data moons n_samples=50", "data moons points=50"),
      ("data digits 50", "data digits images=50"),
      ("split train_size=50% val=50%", "split train=50% validation=50%"),
    ])
  func trainings(_ theirs: String, _ ours: String) throws {
    try expectSame(theirs, ours, after: Self.trained)
  }

  private func expectSame(_ theirs: String, _ ours: String, after lines: [String]) throws {
    var (one, other) = (NotebookSession(running: lines), NotebookSession(running: lines))
    let text = one.text(of: theirs)
    #expect(text == other.text(of: ours), "\(theirs)")
    #expect(one.cells.last?.hasFailed == false, "\(text)")
    for question in ["show network", "show weights hash=yes"] {
      #expect(one.text(of: question) == other.text(of: question), "\(theirs)")
    }
  }

  @Test("lead from set and an option of any verb to a line that has it")
  func settings() {
    let session = NotebookSession(settings: .testing())
    let table = session.vocabulary.table
    let known = Set(table.verbs + (table.definition(of: "set")?.words ?? []))
    let names = Set(table.definitions.flatMap { $0.allOptions.map(\.name) }).subtracting(known)
    #expect(names.count > 100)
    for name in names.sorted() {
      var copy = session
      let text = copy.flowingText(of: "set \(name) 1")
      #expect(text.contains("it is typed: ") && text.contains(" \(name)=1"), "\(name): \(text)")
    }
  }

  @Test(
    "lead to the line to type where they mean nothing here",
    arguments: [
      ("train epochs=2 validation_split=0.2", "split train=80% validation=20%"),
      ("train epochs=2 patience=10", "stop=early(patience=10)"), ("train 10", "train epochs=10"),
      ("train epochs 10", "train epochs=10"), ("split 80%", "split train=80% validation=20%"),
      ("train lr=0.1 rate=0.1", "here it is called rate, and that is given"),
      ("dense 8 relu", "add dense 8 relu"), ("Adam", "train optimizer=adam"),
      ("model.fit(epochs=3)", "train epochs=3"), ("model.summary()", "show network"),
      ("evaluate()", "here it is typed: evaluate"), ("1+1", "print 1+1"),
      ("import numpy as np", "help lists the commands"), ("data csv 3", "file"),
    ])
  func hints(_ line: String, _ hint: String) {
    var session = NotebookSession(running: Self.trained)
    #expect(session.flowingText(of: line).contains(hint))
    #expect(session.cells.last?.hasFailed == true)
  }
}
