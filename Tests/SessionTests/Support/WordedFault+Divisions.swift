import Datasets

extension WordedFault {
  static let divisions: [WordedFault] = [
    .init(
      .division(
        .ownPart(
          "test", ofDataset: "digits", count: 1000, kind: .image, missing: "validation")),
      "digits comes with its own test set of 1,000 images",
      "split validation=10% takes a validation part from the training part"),
    .init(
      .division(.stratifiedNumbers(target: "y")),
      "only classes can be stratified, but y is a number"),
    .init(
      .division(.nothingHeldOut), "a split needs a validation or a test part",
      "for example: split train=60% validation=20% test=20%"),
    .init(
      .division(.fraction(1.5, part: "test")),
      "test must be more than 0% and less than 100%, not 150%"),
    .init(
      .division(.fraction(0, part: "test")), "test must be more than 0% and less than 100%, not 0%",
      "leave test out if you want none"),
    .init(
      .division(.sum(0.90125)), "the parts add up to 90.13%, but all together must be 100%",
      "leave train out to give it the rest"),
    .init(
      .division(.nothingForTraining(heldOut: 1)),
      "validation and test take 100%, and nothing is left for training"),
    .init(
      .division(.emptyPart("validation", fraction: 0.1, exampleCount: 4)),
      "validation would get no example: 10% of 4 is left for it",
      "the data has 4 examples to divide"),
    .init(
      .division(.emptyPart("train", fraction: nil, exampleCount: 2000)),
      "train would get no example: nothing is left for it", "the data has 2,000 examples to divide"),
    .init(
      .division(.take(81, available: 80)),
      "there are 80 training examples, 81 can't be taken from them"),
    .init(
      .division(.take(0, available: 8000)), "take needs a whole number from 1 to 8,000"),
    .init(.division(.foldCount(1, exampleCount: 5)), "there must be 2 folds or more"),
    .init(
      .division(.foldCount(2000, exampleCount: 1000)),
      "1,000 examples can't be divided into 2,000 folds"),
    .init(
      .division(.stratifiedFoldsOfNumbers),
      "only classes can be stratified, and the targets are numbers"),
    .init(
      .division(.foldClass(3, exampleCount: 2, folds: 5)),
      "class 3 has 2 examples, too few for 5 folds"),
    .init(
      .division(.nothingToScaleBy), "there are no training examples to learn the scale from"),
    .init(.tooManyNumbers, "there are too many rows or columns"),
    .init(.notScalable, "these features can't be scaled"),
    .init(.noInput, "these numbers can't be an input"),
    .init(.interrupted, "interrupted: the notebook is as it was"),
  ]

  static let choices: [WordedFault] = [
    .init(
      .classes(.numbers(target: "y")), "only classes can be chosen, but y is a number"),
    .init(
      .classes(.fewerThanTwo), "at least two classes are needed, to be told apart"),
    .init(.classes(.noTrainingExamples), "no training example is of these classes"),
    .init(
      .classes(.positiveNumber(target: "y")), "one of two classes can be the positive one",
      "y is a number"),
    .init(
      .classes(.positiveOfMany(["a", "b", "c"])), "one of two classes can be the positive one",
      "there are 3 classes: f1(validation, a) is about one"),
    .init(.generator(.repeatedOption("points")), "points is given twice"),
    .init(
      .generator(.emptyClass(share: 0.01, exampleCount: 10)),
      "a share of 1% of 10 examples leaves a class without any",
      "ask for more examples, or for a share that is less extreme"),
    .init(
      .generator(.fewerPointsThanClasses(points: 4, classes: 5)),
      "5 classes need at least 5 points, but there are 4",
      "ask for more points, or for fewer classes"),
    .init(
      .feature(.noColumns), "features are computed from columns, and these are images",
      "a conv layer finds the features of images"),
    .init(
      .feature(
        .otherColumns(ofFormulas: ["x1"], ofData: ["a", "b", "c", "d", "e", "f", "g"])),
      "the features are of the columns x1, and the data has a, b, c, d, e, f, …"),
    .init(.feature(.repeated("x1")), "the feature x1 is there twice"),
    .init(
      .feature(.missingValues), "features are computed from columns without missing values",
      "data csv with missing=drop leaves the rows out that have some"),
    .init(.feature(.tooMany), "there are too many rows or features"),
    .init(
      .feature(
        .noNumber(
          "log(a*b)", example: 1200,
          of: [.init(column: "a", number: -2), .init(column: "b", number: 0.5)])),
      "log(a*b) is no number for example 1,200, where a is -2 and b is 0.5", roots),
    .init(
      .feature(.noNumber("log(a)", example: nil, of: [.init(column: "a", number: 0)])),
      "log(a) is no number where a is 0", roots),
  ]

  private static let roots = "sqrt needs numbers from 0, log numbers above 0, a division no 0"

  static let names: [WordedFault] = [
    unknown(
      .option, ["points", "noise"], "shop has no option \"pionts\"",
      "the options of shop are: points, noise"),
    unknown(.array, ["a", "b"], "it holds no array \"pionts\"", "it holds: a, b"),
    unknown(
      .column, ["a", "b"], "no column has the name \"pionts\"", "the columns are: a, b"),
    unknown(
      .column, (1...21).map { "\($0)" }, "no column has the name \"pionts\"",
      "the columns are: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, … "
        + "(21 in all)"),
    unknown(
      .className, (1...13).map { "\($0)" }, "shop has no class \"pionts\"",
      "its classes are: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, …"),
    unknown(
      .positiveClass, ["no", "yes"], "shop has no class \"pionts\"", "its classes are: no, yes"),
    unknown(
      .text(column: "town"), ["Rome"], "\"town\" has never been \"pionts\" in the file",
      "it was: Rome; unknown=zeros takes it as none of them"),
  ]

  private static func unknown(
    _ kind: DatasetError.UnknownName.Named, _ known: [String], _ problem: String, _ hint: String
  ) -> WordedFault {
    WordedFault(.unknownName(.init(kind, "pionts", known: known)), problem, hint)
  }
}
