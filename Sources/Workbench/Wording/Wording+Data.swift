package import Datasets
package import Language

/// What is wrong with data, in words.
///
/// Problems are sentences without a capital and a full stop, so that they can stand behind a place
/// or a caret:
/// `wine.csv, line 3, column 2 (age): the cell holds "abc", but a feature must be a number`.
extension Wording {
  /// What was found and what was expected, and what to do about it.
  struct DataProblem {
    let text: String
    let hint: String?

    init(_ text: String, hint: String? = nil) {
      self.text = text
      self.hint = hint
    }
  }

  /// A refusal of data; it points at the option that it is about, where that was typed.
  package static func diagnostic(
    for error: DatasetError, in command: Command, at range: SourceRange,
    isAboutFile: Bool = false
  ) -> Diagnostic {
    var place = range
    if let option = error.option, command.option(option) != nil {
      place = command.place(of: option)
    }
    var hints = hint(for: error).map { [$0] } ?? []
    if let unknown = error.unknownName,
      let near = suggestion(for: unknown.name, among: unknown.known)
    {
      hints = near + hints
    }
    let namesFile = error.line != nil || (isAboutFile && error.option == nil)
    return Diagnostic(namesFile ? text(of: error) : problem(of: error), at: place, hints: hints)
  }

  /// The place and the problem: `circles: points must be a whole number …`.
  package static func text(of error: DatasetError) -> String {
    "\(place(of: error)): \(problem(of: error))"
  }

  /// What was found, and what was expected.
  package static func problem(of error: DatasetError) -> String { words(for: error).text }

  /// What to do about it; nil where nothing is known to help.
  package static func hint(for error: DatasetError) -> String? { words(for: error).hint }

  /// A count in groups of three digits, from 1,000 on.
  static func grouped(_ count: Int) -> String { grouped(Double(count)) }

  /// A number; a whole one as `grouped` writes counts.
  static func grouped(_ number: Double) -> String {
    guard let whole = Int(exactly: number), whole.magnitude < 1 << 53 else { return "\(number)" }
    var digits = ""
    for (place, digit) in String(whole.magnitude).reversed().enumerated() {
      if place > 0, place.isMultiple(of: 3) { digits.append(",") }
      digits.append(digit)
    }
    return (whole < 0 ? "-" : "") + String(digits.reversed())
  }

  /// Where the problem is: `wine.csv, line 3, column 2 (age)`.
  private static func place(of error: DatasetError) -> String {
    var text = error.file
    if let line = error.line { text += ", line \(line)" }
    if let column = error.column { text += ", column \(column)" }
    if let name = error.columnName {
      text += error.column == nil ? ", column \(name)" : " (\(name))"
    }
    return text
  }

  private static func words(for error: DatasetError) -> DataProblem {
    switch error.fault {
    case .archive(let fault): words(for: fault)
    case .idx(let fault): words(for: fault)
    case .npy(let fault): words(for: fault)
    case .array(let fault): words(for: fault)
    case .image(let fault): words(for: fault)
    case .table(let fault): words(for: fault)
    case .cells(let faults): words(for: faults)
    case .target(let fault): words(for: fault)
    case .row(let fault): words(for: fault)
    case .feature(let fault): words(for: fault)
    case .classes(let fault): words(for: fault)
    case .generator(let fault): words(for: fault)
    case .division(let fault): words(for: fault)
    case .unknownName(let name): words(for: name, in: error.file)
    case .tooManyNumbers: DataProblem("there are too many rows or columns")
    case .notScalable: DataProblem("these features can't be scaled")
    case .noInput: DataProblem("these numbers can't be an input")
    case .memory(let shortage): DataProblem(text(of: shortage), hint: hint(for: shortage))
    case .interrupted: DataProblem(interruption)
    }
  }

  private static func words(
    for unknown: DatasetError.UnknownName, in data: String
  ) -> DataProblem {
    let known = unknown.known
    let all = known.joined(separator: ", ")
    let twelve = known.prefix(12).joined(separator: ", ")
    let name = quoted(unknown.name)
    switch unknown.kind {
    case .option:
      return DataProblem(
        "\(data) has no option \"\(unknown.name)\"", hint: "the options of \(data) are: \(all)")
    case .array:
      return DataProblem("it holds no array \(name)", hint: "it holds: \(twelve)")
    case .column:
      return DataProblem(
        "no column has the name \(name)",
        hint: "the columns are: \(known.prefix(20).joined(separator: ", "))"
          + (known.count > 20 ? ", … (\(known.count) in all)" : ""))
    case .className:
      return DataProblem(
        "\(data) has no class \(name)",
        hint: "its classes are: \(twelve)\(known.count > 12 ? ", …" : "")")
    case .positiveClass:
      return DataProblem("\(data) has no class \(name)", hint: "its classes are: \(all)")
    case .text(let column):
      return DataProblem(
        "\(quoted(column)) has never been \(name) in the file",
        hint: "it was: \(twelve)\(known.count > 12 ? ", …" : ""); unknown=zeros takes it as none "
          + "of them")
    }
  }
}
