import Testing

@testable import Networks

/// The expected numbers are scikit-learn's, of the mean of the same probabilities.
@Suite("Means of an ensemble")
struct EnsembleMeanTests {
  private let truths: [Int32] = [0, 2, 1, 1, 0]
  private let probabilities: [[Double]] = [
    [
      0.307, 0.445, 0.248, 0.2, 0.046, 0.754, 0.003, 0.828, 0.169, 0.26, 0.469, 0.271, 0.233, 0.278,
      0.489,
    ],
    [
      0.054, 0.767, 0.179, 0.267, 0.676, 0.057, 0.029, 0.595, 0.376, 0.688, 0.149, 0.163, 0.683,
      0.304, 0.013,
    ],
    [
      0.151, 0.522, 0.327, 0.605, 0.004, 0.391, 0.068, 0.097, 0.835, 0.202, 0.546, 0.252, 0.834,
      0.054, 0.112,
    ],
  ]

  private var members: [ClassPredictions] {
    probabilities.map { ClassPredictions(outputs: $0, truths: truths, classCount: 3) }
  }

  private func expect(_ value: Double, near expected: Double) {
    #expect(abs(value - expected) < 1e-12, "\(value) is not \(expected)")
  }

  @Test("probabilities are averaged class by class")
  func classes() {
    let losses = [0.7731763805836586, 1.7175477018899965, 1.189845128300672]
    for (member, loss) in zip(members, losses) { expect(member.logLoss, near: loss) }
    let ensemble = ClassPredictions.mean(of: members)
    expect(ensemble.logLoss, near: 0.9696633578134616)
    #expect(ensemble.predicted == [1, 2, 1, 1, 0])
    expect(ensemble.confusion.accuracy, near: 0.8)
    #expect(ensemble.areProbabilities)
  }

  @Test("one sigmoid and two softmax outputs go together")
  func mixed() {
    let truths: [Int32] = [0, 0, 1]
    let ensemble = ClassPredictions.mean(of: [
      ClassPredictions(outputs: [0.2, 0.6, 0.9], truths: truths, classCount: 2),
      ClassPredictions(
        outputs: [0.7, 0.3, 0.45, 0.55, 0.4, 0.6], truths: truths, classCount: 2),
    ])
    expect(ensemble.logLoss, near: 0.4770100849870939)
    #expect(ensemble.predicted == [0, 1, 1])
  }

  @Test("values are averaged")
  func values() {
    let targets = [1.0, 2, 4]
    let members = [[1, 2, 3.5], [0, 2.5, 4]].map {
      NumberPredictions(outputs: $0, targets: targets)
    }
    let ensemble = NumberPredictions.mean(of: members)
    expect(ensemble.meanSquaredError, near: 0.125)
    expect(ensemble.meanAbsoluteError, near: 0.3333333333333333)
    expect(ensemble.determination.value, near: 0.9196428571428571)
  }

  @Test("an ensemble is never worse than its members are on average, by log loss and by MSE")
  func jensen() {
    for count in 2...3 {
      let some = Array(members.prefix(count))
      let mean = some.reduce(0) { $0 + $1.logLoss } / Double(count)
      #expect(ClassPredictions.mean(of: some).logLoss <= mean)
    }
    let targets = [Double](repeating: 0.25, count: 15)
    let numbers = probabilities.map { NumberPredictions(outputs: $0, targets: targets) }
    let mean = numbers.reduce(0) { $0 + $1.meanSquaredError } / 3
    #expect(NumberPredictions.mean(of: numbers).meanSquaredError <= mean)
  }

  @Test("an ensemble of one is that one, and no probabilities stay none")
  func edges() {
    #expect(ClassPredictions.mean(of: [members[0]]) == members[0])
    let scores = ClassPredictions(
      outputs: probabilities[0], truths: truths, classCount: 3, areProbabilities: false)
    #expect(!ClassPredictions.mean(of: [members[0], scores]).areProbabilities)
  }
}
