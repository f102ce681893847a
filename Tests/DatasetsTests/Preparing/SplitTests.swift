import Datasets
import TensorEngine
import Testing

@Suite("Splits")
struct SplitTests {
  private func circles(_ points: Int) throws -> Dataset {
    try #require(Generator.named("circles")).dataset(
      options: [("points", Double(points))], seed: 1)
  }

  private func divide(
    _ points: Int, _ training: Double?, _ validation: Double?, _ test: Double?,
    stratified: Bool = false, seed: UInt64 = 1
  ) throws -> Split {
    try Split.divided(
      circles(points),
      SplitFractions(training: training, validation: validation, test: test),
      stratified: stratified, seed: seed)
  }

  @Test("are disjoint, complete and in order", arguments: [5, 10, 99, 100, 1000])
  func complete(points: Int) throws {
    for stratified in [false, true] {
      let split = try divide(points, 0.6, 0.2, 0.2, stratified: stratified)
      let rows = split.training + split.validation + split.test
      #expect(rows.sorted() == (0..<Int32(points)).map { $0 })
      for part in [split.training, split.validation, split.test] {
        #expect(part == part.sorted())
      }
    }
  }

  @Test("have exact numbers of rows, halves rounded up")
  func counts() throws {
    let product = try divide(400, 0.6, 0.2, 0.2)
    #expect(
      [product.training.count, product.validation.count, product.test.count] == [240, 80, 80])
    let half = try divide(25, nil, 0.1, nil)
    #expect([half.training.count, half.validation.count, half.test.count] == [22, 3, 0])
    let third = try divide(100, nil, 1.0 / 3, 1.0 / 3)
    #expect([third.training.count, third.validation.count, third.test.count] == [34, 33, 33])
  }

  @Test("come from the stream called split")
  func stream() throws {
    let split = try divide(50, nil, 0.2, 0.4, seed: 6)
    let order = RandomStream(seed: 6, name: "split").permutation(count: 50)
    #expect(split.validation == order[..<10].sorted())
    #expect(split.test == order[10..<30].sorted())
    #expect(try divide(50, nil, 0.2, 0.4, seed: 6) == split)
    #expect(try divide(50, nil, 0.2, 0.4, seed: 7) != split)
  }

  @Test("keep the proportions of the classes if they are stratified")
  func stratified() throws {
    let targets = (0..<300).map { $0 < 30 ? "rare" : $0 < 120 ? "some" : "many" }
    let text = "x,y\n" + targets.enumerated().map { "\($0),\($1)\n" }.joined()
    let data = try table(text)
    let split = try Split.divided(
      data, SplitFractions(validation: 0.2, test: 0.1), stratified: true, seed: 2)
    let expected = [180.0, 30, 90]
    for (part, fraction) in [(split.validation, 0.2), (split.test, 0.1), (split.training, 0.7)] {
      for (found, all) in zip(data.classCounts(of: part), expected) {
        #expect(abs(Double(found.count) - all * fraction) <= 2)
      }
    }
    #expect(split.validation.count == 60 && split.test.count == 30)
    let waves = try #require(Generator.named("waves")).dataset(seed: 1)
    #expect(
      failure {
        try Split.divided(waves, SplitFractions(validation: 0.2), stratified: true, seed: 1)
      }?.option == "stratified")
  }

  @Test("leave a test set that the data came with where it is")
  func ownTest() throws {
    let digits = try #require(Generator.named("digits")).dataset(
      options: [("images", 100), ("test", 20)], seed: 1)
    let whole = Split.undivided(digits)
    #expect(whole.training.count == 100 && whole.validation.isEmpty)
    #expect(whole.test == (100..<120).map { Int32($0) })
    let split = try Split.divided(digits, SplitFractions(validation: 0.1), seed: 1)
    #expect(split.test == whole.test)
    #expect(split.validation.count == 10)
    #expect((split.training + split.validation).sorted() == whole.training)
    let error = failure {
      try Split.divided(digits, SplitFractions(validation: 0.1, test: 0.1), seed: 1)
    }
    #expect(error?.option == "test")
    #expect(error?.problem == "digits comes with its own test set of 20 images")
  }

  @Test("take the first rows of a shuffled training set, fewer from among more")
  func take() throws {
    let split = try divide(100, nil, 0.2, 0.2)
    let ten = try split.taking(10, seed: 1)
    let twenty = try split.taking(20, seed: 1)
    #expect(ten.training.count == 10 && ten.validation == split.validation)
    #expect(Set(ten.training).isSubset(of: Set(twenty.training)))
    #expect(Set(twenty.training).isSubset(of: Set(split.training)))
    #expect(try split.taking(60, seed: 1) == split)
    let order = RandomStream(seed: 1, name: "take").permutation(count: 60)
    #expect(ten.training == order[..<10].map { split.training[Int($0)] }.sorted())
  }

  @Test("refuse to take what is not there")
  func takeTooMuch() throws {
    let split = try divide(100, nil, 0.2, nil)
    #expect(
      failure { try split.taking(81, seed: 1) }?.problem
        == "there are 80 training examples, 81 can't be taken from them")
    #expect(failure { try split.taking(0, seed: 1) }?.option == "take")
    #expect(failure { try split.taking(-5, seed: 1) } != nil)
    #expect(failure { try split.taking(.max, seed: 1) } != nil)
  }

  @Test(
    "refuse fractions that are none",
    arguments: [0, 1, -0.1, 1.5, .nan, .infinity, -1e300] as [Double])
  func wrongFractions(fraction: Double) {
    #expect(failure { try divide(100, nil, fraction, nil) }?.option == "validation")
    #expect(failure { try divide(100, fraction, 0.5, nil) }?.option == "train")
    #expect(failure { try divide(100, nil, nil, fraction) }?.option == "test")
  }

  @Test("refuse what does not add up, in words")
  func sums() {
    let less = failure { try divide(100, 0.5, 0.2, 0.2) }
    #expect(less?.problem == "the parts add up to 90%, but all together must be 100%")
    #expect(failure { try divide(100, 0.6, 0.2, 0.3) }?.option == "train")
    let nothing = failure { try divide(100, nil, 0.5, 0.5) }
    #expect(
      nothing?.problem == "validation and test take 100%, and nothing is left for training")
    #expect(failure { try divide(100, 1, nil, nil) }?.option == nil)
    #expect(failure { try divide(100, nil, nil, nil) }?.file == "split")
    let empty = failure { try divide(4, nil, 0.1, nil) }
    #expect(empty?.problem == "validation would get no example: 10% of 4 is left for it")
    #expect(failure { try divide(2, nil, 0.3, 0.6) }?.option == "train")
  }
}
