import Charts
import Datasets
import Language
import Networks
import Reports
import TensorEngine
import Workbench

/// `predict image five.png`, `predict images photos`: what the network makes of pictures, brought to
/// the size and the colours that it takes.
enum ImagePrediction {
  private static let endings = [
    ".png", ".jpg", ".jpeg", ".jpe", ".jfif", ".gif", ".bmp", ".dib", ".webp",
  ]

  /// `predict image FILE`.
  static func run(
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> PredictionReport {
    let (path, range) = try place("the name of a picture file", arguments)
    let (learned, reading) = try learned(execution, arguments, at: range)
    let asked = try NewQuestion(arguments, learned)
    if execution.settings.files.isFolder(path) {
      throw Diagnostic("\(path) is a folder", at: range, hints: ["predict images \(path)"])
    }
    let image = try read(path, named: path, reading, execution, arguments, at: range)
    let examples = try learned.examples(pixels: image.pixels, arguments, at: range)
    let answers = try learned.answers(to: examples, execution, arguments).decided(
      by: asked.decision)
    return PredictionReport(
      answer(answers), to: nil, confidence: asked.confidence, decision: asked.decision, looks: nil,
      picture: .init(path, size: image.size, taken: learned.network.inputShape))
  }

  /// `predict images FOLDER`.
  static func runFolder(
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> NewPredictionsReport {
    let (path, range) = try place("the name of a folder", arguments)
    let (learned, reading) = try learned(execution, arguments, at: range)
    let asked = try NewQuestion(arguments, learned)
    let names = try self.names(in: path, execution, at: range)
    var pixels: [UInt8] = []
    for name in names {
      if execution.control.isInterrupted() {
        throw Diagnostic("interrupted: nothing was read", at: arguments.command.range)
      }
      let image = try read(
        "\(path)/\(name)", named: name, reading, execution, arguments, at: range)
      pixels += image.pixels
    }
    let examples = try learned.examples(pixels: pixels, arguments, at: range)
    let answers = try learned.answers(to: examples, execution, arguments).decided(
      by: asked.decision)
    let predictions = PredictionsInHand(
      answers, to: path, by: learned.network.name, noun: "image",
      numbers: Array(1...names.count),
      columns: [
        NewRows.ReadColumn(
          name: "file", cells: .texts(names.indices.map { Int32($0) }, names: names))
      ], confidence: asked.confidence, targetName: learned.preparation.target)
    execution.state.predictions = predictions
    return NewPredictionsReport(
      predictions, from: path, noun: ("image", "images"), names: names, decision: asked.decision,
      notes: ["each brought to \(PredictionReport.Picture.text(of: learned.network.inputShape))"],
      limit: try PredictCommand.limit(arguments, all: names.count))
  }

  private static func place(
    _ what: String, _ arguments: Arguments
  ) throws(Diagnostic) -> (path: String, range: SourceRange) {
    try arguments.expect(atMost: 2)
    let verb = arguments.values[0].text ?? "image"
    let value = try arguments.value(1, orSay: "predict \(verb) needs \(what)")
    guard let path = arguments.text(of: value) else {
      throw Diagnostic("\(what) is expected", at: value.range)
    }
    return (path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path, value.range)
  }

  /// The network, if it takes pictures, and how it takes them.
  private static func learned(
    _ execution: Execution, _ arguments: Arguments, at range: SourceRange
  ) throws(Diagnostic) -> (LearnedInputs, ImageReading) {
    let learned = try LearnedInputs(execution, arguments)
    let shape = learned.network.inputShape
    guard learned.takesImages else {
      throw Diagnostic(
        "\(learned.network.name) takes \(Wording.count(shape.count, "number")), and no pictures",
        at: range, hints: ["predict csv FILE asks it about the rows of a table"])
    }
    guard let reading = ImageReading(inputShape: shape) else {
      throw Diagnostic(
        "\(learned.network.name) takes images of \(shape), which no picture file has", at: range)
    }
    return (learned, reading)
  }

  private static func names(
    in path: String, _ execution: Execution, at range: SourceRange
  ) throws(Diagnostic) -> [String] {
    let files = execution.settings.files
    let all: [String]
    do throws(FileError) {
      all = try files.names(in: path)
    } catch {
      throw Wording.diagnostic(for: error, at: range)
    }
    let names = all.filter { name in
      let small = name.lowercased()
      return !name.hasPrefix(".") && endings.contains { small.hasSuffix($0) }
        && !files.isFolder("\(path)/\(name)")
    }
    guard !names.isEmpty else {
      throw Diagnostic(
        "\(path) holds no pictures", at: range,
        hints: all.isEmpty
          ? [] : ["folders in it are asked one by one: predict images \(path)/NAME"])
    }
    return names
  }

  private static func read(
    _ path: String, named name: String, _ reading: ImageReading, _ execution: Execution,
    _ arguments: Arguments, at range: SourceRange
  ) throws(Diagnostic) -> ImageExample {
    do {
      let bytes = try DatasetFolders(execution.settings).bytes(ofFile: path)
      return try ImageExample(FileBytes(name: name, bytes: bytes), as: reading)
    } catch let error as FileError {
      throw Wording.diagnostic(for: error, at: range)
    } catch let error as DatasetError {
      throw Wording.diagnostic(for: error, in: arguments.command, at: range, isAboutFile: true)
    } catch {
      throw Diagnostic("\(name) can't be read", at: range)
    }
  }

  private static func answer(_ answers: PredictionsInHand.Answers) -> PredictionReport.Answer {
    switch answers {
    case .classes(let classes, let names):
      .named(
        names.className(Int(classes.predicted[0])),
        probability: classes.areProbabilities ? classes.confidence(0) : nil)
    case .numbers(let values, _): .value(values.first ?? 0)
    }
  }
}
