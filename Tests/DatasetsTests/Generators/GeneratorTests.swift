public import Datasets
import TensorEngine
public import Testing

extension Generator: CustomTestStringConvertible {
  public var testDescription: String { name }
}

@Suite("Every generator")
struct GeneratorTests {
  /// The option that says how many examples there are.
  private func countOption(_ generator: Generator) -> String {
    generator.options.first { $0.isWhole }?.name ?? ""
  }

  @Test("has a table that help can print", arguments: Generator.all)
  func table(generator: Generator) {
    #expect(Generator.named(generator.name)?.summary == generator.summary)
    #expect(!generator.summary.isEmpty && generator.summary.count <= 72)
    let names = generator.options.map(\.name)
    #expect(Set(names).count == names.count)
    for option in generator.options {
      #expect(option.range.contains(option.defaultValue))
      #expect(!option.isWhole || option.defaultValue == option.defaultValue.rounded())
      #expect(!option.meaning.isEmpty)
    }
  }

  @Test("makes the same bits from the same seed and others from another", arguments: Generator.all)
  func seeds(generator: Generator) throws {
    let options = [(name: countOption(generator), value: 40.0)]
    let data = try generator.dataset(options: options, seed: 3)
    #expect(try generator.dataset(options: options, seed: 3) == data)
    #expect(
      try generator.dataset(options: options, seed: 4).examples.inputs != data.examples.inputs)
    #expect(data.name == generator.name)
  }

  @Test("makes as many examples as are asked for, the classes in balance", arguments: Generator.all)
  func counts(generator: Generator) throws {
    for count in [10, 11, 57] {
      let data = try generator.dataset(
        options: [(countOption(generator), Double(count))], seed: 1)
      #expect(data.trainingRows.count == count)
      let counts = data.classCounts(of: Split.undivided(data).training).map(\.count)
      guard let least = counts.min(), let most = counts.max() else { continue }
      #expect(most - least <= 1)
      #expect(counts.reduce(0, +) == count)
    }
  }

  @Test(
    "gives the second class the share that is asked for, exactly",
    arguments: Generator.all.filter { $0.options.contains { $0.name == "imbalance" } },
    [(0.1, 40), (0.015, 6), (0.8, 320)])
  func imbalance(generator: Generator, share: (fraction: Double, count: Int)) throws {
    let options = [(countOption(generator), 400.0), ("imbalance", share.fraction)]
    let data = try generator.dataset(options: options, seed: 5)
    let counts = data.classCounts(of: Split.undivided(data).training).map(\.count)
    #expect(counts[1] == share.count)
    #expect(counts.reduce(0, +) == 400)
    let others = [counts[0]] + counts[2...]
    #expect((others.max() ?? 0) - (others.min() ?? 0) <= 1)
    #expect(try generator.dataset(options: options, seed: 5) == data)
  }

  @Test("has an imbalance wherever it has classes", arguments: Generator.all)
  func imbalanceEverywhere(generator: Generator) throws {
    let hasClasses = try !generator.dataset(seed: 1).classNames.isEmpty
    #expect(generator.options.contains { $0.name == "imbalance" } == hasClasses)
  }

  @Test("refuses an imbalance that leaves a class empty")
  func emptyClass() {
    let error = failure {
      try Generator.named("circles")?.dataset(
        options: [("points", 10), ("imbalance", 0.01)], seed: 1)
    }
    #expect(error?.option == "imbalance")
    #expect(error?.problem == "a share of 1% of 10 examples leaves a class without any")
  }

  @Test("stays finite with each option at either end", arguments: Generator.all)
  func extremes(generator: Generator) throws {
    for option in generator.options {
      for value in [option.range.lowerBound, option.range.upperBound] where value <= 2000 {
        var options = [(name: option.name, value: value)]
        if option.name == "classes" { options.append((name: "points", value: 10)) }
        let hasClasses = generator.options.contains { $0.name == "classes" }
        if option.name == "points", hasClasses { options.append((name: "classes", value: 2)) }
        let data = try generator.dataset(options: options, seed: 1)
        #expect(data.floats.allSatisfy { $0.isFinite })
        #expect(data.values.allSatisfy { $0.isFinite })
      }
    }
  }

  @Test("refuses values outside of the table", arguments: Generator.all)
  func outOfRange(generator: Generator) {
    for option in generator.options {
      let wrong = [
        option.range.lowerBound - 1, option.range.upperBound * 2 + 1, 1e300, .nan, .infinity,
      ]
      for value in wrong {
        let error = failure {
          try generator.dataset(options: [(option.name, value)], seed: 1)
        }
        #expect(error?.option == option.name)
        guard case .generator(.value(let refused, of: option)) = error?.fault else {
          Issue.record("\(option.name)=\(value) is refused for its value")
          continue
        }
        #expect(refused.bitPattern == value.bitPattern)
      }
      if option.isWhole {
        #expect(
          failure {
            try generator.dataset(options: [(option.name, option.defaultValue + 0.5)], seed: 1)
          } != nil)
      }
    }
  }

  @Test("refuses options that it has not, and names those that it has", arguments: Generator.all)
  func unknownOption(generator: Generator) {
    let error = failure { try generator.dataset(options: [("pionts", 5)], seed: 1) }
    #expect(error?.unknownName?.name == "pionts")
    #expect(error?.unknownName?.known == generator.options.map(\.name))
    let name = countOption(generator)
    let twice = failure { try generator.dataset(options: [(name, 50), (name, 60)], seed: 1) }
    #expect(twice?.problem == "\(name) is given twice")
  }

  @Test("words what it refuses")
  func wording() {
    let circles = Generator.named("circles")
    let none = failure { try circles?.dataset(options: [("points", 0)], seed: 1) }
    #expect(
      none?.description
        == "circles: points must be a whole number from 2 to 1,000,000, not 0")
    let spirals = Generator.named("spirals")
    let many = failure {
      try spirals?.dataset(options: [("points", 4), ("classes", 5)], seed: 1)
    }
    #expect(many?.option == "classes")
    #expect(many?.problem == "5 classes need at least 5 points, but there are 4")
    #expect(Generator.named("circle") == nil)
  }
}
