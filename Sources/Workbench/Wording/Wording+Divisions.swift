import Datasets

/// Words for parts, classes, generated sets and features.
extension Wording {
  static func words(for fault: DatasetError.DivisionFault) -> DataProblem {
    switch fault {
    case .ownPart(let part, let data, let count, let kind, let missing):
      return DataProblem(
        "\(data) comes with its own \(part) set of \(grouped(count)) "
          + noun(for: kind, count: count),
        hint: missing.map { "split \($0)=10% takes a \($0) part from the training part" }
          ?? "it comes divided: there is nothing to split")
    case .stratifiedNumbers(let target):
      return DataProblem("only classes can be stratified, but \(target) is a number")
    case .nothingHeldOut:
      return DataProblem(
        "a split needs a validation or a test part",
        hint: "for example: split train=60% validation=20% test=20%")
    case .fraction(let fraction, let part):
      return DataProblem(
        "\(part) must be more than 0% and less than 100%, not \(percent(fraction))",
        hint: fraction == 0 ? "leave \(part) out if you want none" : nil)
    case .sum(let sum):
      return DataProblem(
        "the parts add up to \(percent(sum)), but all together must be 100%",
        hint: "leave train out to give it the rest")
    case .nothingForTraining(let heldOut):
      return DataProblem(
        "validation and test take \(percent(heldOut)), and nothing is left for training")
    case .emptyPart(let part, let fraction, let count):
      let asked = fraction.map { "\(percent($0)) of \(grouped(count))" }
      return DataProblem(
        "\(part) would get no example: \(asked ?? "nothing") is left for it",
        hint: "the data has \(grouped(count)) examples to divide")
    case .take(let count, let available):
      let there = grouped(available)
      return DataProblem(
        count < 1
          ? "take needs a whole number from 1 to \(there)"
          : "there are \(there) training examples, \(grouped(count)) can't be taken from "
            + "them")
    case .foldCount(let folds, let count):
      return DataProblem(
        folds < 2
          ? "there must be 2 folds or more"
          : "\(grouped(count)) examples can't be divided into "
            + "\(grouped(folds)) folds")
    case .stratifiedFoldsOfNumbers:
      return DataProblem("only classes can be stratified, and the targets are numbers")
    case .foldClass(let number, let count, let folds):
      return DataProblem(
        "class \(number) has \(grouped(count)) examples, too few for "
          + "\(grouped(folds)) folds")
    case .nothingToScaleBy:
      return DataProblem("there are no training examples to learn the scale from")
    }
  }

  static func words(for fault: DatasetError.ClassFault) -> DataProblem {
    let positive = "one of two classes can be the positive one"
    switch fault {
    case .numbers(let target):
      return DataProblem("only classes can be chosen, but \(target) is a number")
    case .fewerThanTwo: return DataProblem("at least two classes are needed, to be told apart")
    case .noTrainingExamples: return DataProblem("no training example is of these classes")
    case .positiveNumber(let target): return DataProblem(positive, hint: "\(target) is a number")
    case .positiveOfMany(let classes):
      let example = classes.first.map { ": f1(validation, \($0)) is about one" } ?? ""
      return DataProblem(positive, hint: "there are \(classes.count) classes\(example)")
    }
  }

  static func words(for fault: DatasetError.GeneratorFault) -> DataProblem {
    switch fault {
    case .value(let value, let option):
      DataProblem("\(option.name) must be \(range(of: option)), not \(grouped(value))")
    case .repeatedOption(let name): DataProblem("\(name) is given twice")
    case .emptyClass(let share, let count):
      DataProblem(
        "a share of \(percent(share)) of \(grouped(count)) examples leaves a class "
          + "without any", hint: "ask for more examples, or for a share that is less extreme")
    case .fewerPointsThanClasses(let points, let classes):
      DataProblem(
        "\(classes) classes need at least \(classes) points, but there are \(points)",
        hint: "ask for more points, or for fewer classes")
    }
  }

  static func words(for fault: DatasetError.FeatureFault) -> DataProblem {
    func list(_ names: [String]) -> String {
      names.prefix(6).joined(separator: ", ") + (names.count > 6 ? ", …" : "")
    }
    switch fault {
    case .noColumns:
      return DataProblem(
        "features are computed from columns, and these are images",
        hint: "a conv layer finds the features of images")
    case .otherColumns(let formulas, let data):
      return DataProblem(
        "the features are of the columns \(list(formulas)), and the data has \(list(data))")
    case .repeated(let name): return DataProblem("the feature \(name) is there twice")
    case .missingValues:
      return DataProblem(
        "features are computed from columns without missing values",
        hint: "data csv with missing=drop leaves the rows out that have some")
    case .tooMany: return DataProblem("there are too many rows or features")
    case .noNumber(let feature, let example, let values):
      let places = values.prefix(4).map { "\($0.column) is \(grouped($0.number))" }
      let which = example.map { " for example \(grouped($0))," } ?? ""
      return DataProblem(
        "\(feature) is no number\(which) where \(places.joined(separator: " and "))",
        hint: "sqrt needs numbers from 0, log numbers above 0, a division no 0")
    }
  }

  /// "a whole number from 2 to 1,000,000".
  private static func range(of option: GeneratorOption) -> String {
    let kind = option.isWhole ? "a whole number" : "a number"
    let (least, greatest) = (option.range.lowerBound, option.range.upperBound)
    return "\(kind) from \(grouped(least)) to \(grouped(greatest))"
  }

  /// A fraction as a percentage with at most two decimals: `12.5%`.
  private static func percent(_ fraction: Double) -> String {
    grouped((fraction * 10_000).rounded() / 100) + "%"
  }
}
