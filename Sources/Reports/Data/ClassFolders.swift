import Charts
package import Datasets
import Workbench

/// How many images the folder of each class has, in each part of a data set.
package struct ClassFolders: Sendable {
  /// A part, with its classes in their order.
  package struct Part: Sendable {
    /// What it is called where the data is divided: "train"; nil where there is one part.
    package let name: String?
    /// How many images each class has in it.
    package let classes: [ClassCount]
  }

  /// So many classes are named in a line.
  private static let shownClasses = 12

  /// The parts that have images, in their order.
  package let parts: [Part]

  /// Counts the images of a data set.
  package init(_ dataset: Dataset) {
    guard dataset.comesDivided else {
      parts = [Part(name: nil, classes: dataset.classCounts)]
      return
    }
    let ranges = [
      ("train", dataset.trainingRows), ("validation", dataset.validationRows),
      ("test", dataset.testRows),
    ]
    parts = ranges.compactMap { name, rows in
      rows.map { Part(name: name, classes: dataset.classCounts(of: $0.map { Int32($0) })) }
    }
  }

  /// "train: cross 4 · ring 4", a part a line, and which classes a part lacks.
  var sentences: [String] { parts.map(Self.counts) + parts.compactMap(Self.lack) }

  private static func counts(of part: Part) -> String {
    let shown = part.classes.prefix(shownClasses).map {
      "\($0.name) \(NumberText.count($0.count))"
    }
    let rest = part.classes.count - shown.count
    return "\(part.name ?? "classes"): "
      + (shown + (rest > 0 ? ["\(NumberText.count(rest)) more"] : [])).joined(separator: " · ")
  }

  private static func lack(in part: Part) -> String? {
    let lacking = part.classes.filter { $0.count == 0 }.map(\.name)
    guard let name = part.name, !lacking.isEmpty else { return nil }
    let shown = lacking.prefix(shownClasses).joined(separator: ", ")
    let rest = lacking.count > shownClasses ? ", … (\(lacking.count) in all)" : ""
    return "\(name) has no image of \(shown)\(rest)"
      + (name == "train" ? ": a network learns nothing of it" : "")
  }
}
