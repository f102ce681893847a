import Datasets
import Testing
import Workbench

/// A note of a data set, and what a student reads of it.
struct WordedNote: Sendable, CustomTestStringConvertible {
  let note: DatasetNote
  let sentence: String

  init(_ note: DatasetNote, _ sentence: String) {
    self.note = note
    self.sentence = sentence
  }

  var testDescription: String { sentence }
}

@Suite("Words for what there is to know of data")
struct DatasetNoteWordingTests {
  @Test(
    "say how a table was read and what of it was left out, as they always did",
    arguments: WordedNote.formats + WordedNote.columns + WordedNote.leftOut + WordedNote.filledIn)
  func tables(_ worded: WordedNote) {
    #expect(Wording.sentence(for: worded.note) == worded.sentence)
  }

  @Test(
    "say what networks can't tell apart, and what was chosen or passed over",
    arguments: WordedNote.merged + WordedNote.chosen + WordedNote.passedOver)
  func others(_ worded: WordedNote) {
    #expect(Wording.sentence(for: worded.note) == worded.sentence)
  }
}

extension WordedNote {
  static let formats: [WordedNote] = [
    .init(.format(.init(separator: .comma)), "header; cells separated by commas"),
    .init(
      .format(.init(separator: .semicolon, decimal: .comma)),
      "header; cells separated by semicolons, decimal commas"),
    .init(
      .format(.init(namelessColumns: 3, separator: .space)),
      "no header: the columns are named x1 to x3; cells separated by spaces"),
    .init(.format(.init(separator: .tab)), "header; cells separated by tabs"),
    .init(.format(.init(separator: .pipe)), "header; cells separated by pipes"),
  ]

  private static func letters(_ count: Int) -> [String] {
    "abcdefghij".prefix(count).map(String.init)
  }

  static let columns: [WordedNote] = [
    .init(.numbers(columns: letters(9)), "numbers: a, b, c, d, e, f, g, h, i"),
    .init(.numbers(columns: letters(10)), "numbers: a, b, c, d, e, f, g, h, … (10 in all)"),
    .init(
      .oneHot(column: "work", texts: ["private", "state"]),
      "text: work, a feature for each of private, state"),
    .init(
      .ordinal(column: "work", texts: ["private", "state"]),
      "text: work, numbered private 0, state 1"),
    .init(
      .ordinal(column: "work", texts: [String(repeating: "a", count: 1000), "state"]),
      "text: work, numbered \(String(repeating: "a", count: 39))… 0, state 1"),
    .init(
      .targetClasses(
        column: "kind", names: [40, 41].map { String(repeating: "a", count: $0) }),
      "classes of kind: \(String(repeating: "a", count: 40)), "
        + "\(String(repeating: "a", count: 39))…"),
    .init(.unit("%", column: "rate"), "rate is in percent: 5% is read as 0.05"),
    .init(.unit("€", column: "price"), "price is in €, which is left out"),
    .init(.targetNumbers(column: "price"), "target price: numbers"),
    .init(.targetClasses(column: "kind", names: ["bud", "leaf"]), "classes of kind: bud, leaf"),
    .init(.alikeClasses("Cat", "cat"), "classes that differ only in capitals: Cat, cat"),
    .init(
      .lostDigits("12345678901234567", column: "id"),
      "id holds \"12345678901234567\", whose last digits are lost: skip=id leaves it out, onehot=id "
        + "takes each as a text"),
  ]

  static let leftOut: [WordedNote] = [
    .init(.leftOut(.init(columns: ["a"])), "left out: the column a"),
    .init(.leftOut(.init(emptyColumns: ["a", "b"])), "left out: the empty columns a, b"),
    .init(.leftOut(.init(emptyRows: 1)), "left out: 1 empty row"),
    .init(.leftOut(.init(rowsWithoutTarget: 1)), "left out: 1 row without a target"),
    .init(.leftOut(.init(rowsWithGaps: 12_000)), "left out: 12000 rows with a missing value"),
    .init(
      .leftOut(
        .init(
          columns: ["a", "b"], emptyColumns: ["c"], emptyRows: 2, rowsWithGaps: 1,
          rowsWithoutTarget: 3)),
      "left out: the columns a, b; the empty column c; 2 empty rows; 1 row with a missing value; 3 "
        + "rows without a target"),
  ]

  private static let counts = DatasetError.MissingCounts(
    [.init(name: "age", count: 1), .init(name: "work", count: 2)], isOfTargetAlone: false)
  private static let missing = "3 values are missing: age 1, work 2"

  static let filledIn: [WordedNote] = [
    .init(
      .filledIn(counts, by: .mean, alsoTexts: false),
      "\(missing): filled in with the mean of the training examples"),
    .init(
      .filledIn(counts, by: .median, alsoTexts: true),
      "\(missing): filled in with the median of the training examples; texts with the most "
        + "frequent"),
    .init(
      .filledIn(counts, by: .mode, alsoTexts: false),
      "\(missing): filled in with the most frequent value of the training examples"),
    .init(
      .filledIn(counts, by: .flag, alsoTexts: false),
      "\(missing): filled in with the mean of the training examples; a feature of its own says "
        + "where"),
    .init(
      .filledIn(
        .init([.init(name: "a", count: 1)], isOfTargetAlone: false), by: .mean, alsoTexts: false),
      "1 value is missing: a 1: filled in with the mean of the training examples"),
  ]

  static let merged: [WordedNote] = [
    .init(
      .mergedFeature(.init(column: "a", different: 8, in32Bits: 2)),
      "a has 8 different numbers, but 2 in 32 bits, as networks see it unscaled: scale standard "
        + "keeps them apart"),
    .init(
      .mergedTarget(.init(column: "year", different: 8, in32Bits: 2), least: 100_000_000),
      "year has 8 different numbers, but 2 in 32 bits, as networks see it: subtract 100000000 from "
        + "it in the file"),
    .init(
      .mergedTarget(.init(column: "y", different: 3, in32Bits: 1), least: 1000.25),
      "y has 3 different numbers, but 1 in 32 bits, as networks see it: subtract 1000.25 from it in "
        + "the file"),
  ]

  static let chosen: [WordedNote] = [
    .init(.chosenClasses(["cat", "dog"], of: 3), "Of 3 classes these are kept: cat, dog"),
    .init(
      .chosenClasses(letters(10), of: 12_000),
      "Of 12,000 classes these are kept: a, b, c, d, e, f, g, h, i, j"),
    .init(
      .chosenClasses(letters(10) + ["k"], of: 26),
      "Of 26 classes these are kept: a, b, c, d, e, f, g, h, i, j, …"),
  ]

  private static func passedOver(
    hidden: Int = 0, others: [String] = [], strays: Int = 0, empty: [String] = [],
    beside: [String] = []
  ) -> DatasetNote {
    var passedOver = DatasetNote.PassedOver()
    passedOver.hidden = hidden
    for name in others { passedOver.take(other: name) }
    passedOver.strays = strays
    passedOver.emptyFolders = empty
    passedOver.otherFolders = beside
    return .passedOver(passedOver)
  }

  static let passedOver: [WordedNote] = [
    .init(passedOver(hidden: 1), "left out: 1 hidden or system file"),
    .init(passedOver(others: ["a.txt"]), "left out: 1 file that is no image (a.txt)"),
    .init(
      passedOver(hidden: 6, others: ["a.txt", "b.txt"], strays: 1, empty: ["emu"]),
      "left out: 6 hidden or system files, 2 files that are no images (a.txt, …), 1 image in no "
        + "folder of a class, 1 folder without images (emu)"),
    .init(
      passedOver(strays: 12_000, beside: ["bus", "car"]),
      "left out: 12,000 images in no folder of a class, 2 folders beside the splits (bus, …)"),
  ]
}
