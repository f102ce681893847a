package import Charts
package import Exchange
import TensorEngine
import Workbench

/// What `inspect` found in a file of a network.
package struct FileContentsReport: Report {
  /// The path of the file.
  package let path: String
  /// What it holds.
  package let contents: FileContents

  /// The most rows of a table.
  private static let rowLimit = 200

  /// Puts together what was found.
  package init(_ contents: FileContents, path: String) {
    (self.contents, self.path) = (contents, path)
  }

  package var document: Document {
    var blocks: [Block] = [.facts(facts)]
    if !contents.layers.isEmpty {
      blocks.append(.table(layers))
    } else if !contents.tensors.isEmpty {
      blocks.append(.table(tensors))
    }
    let rows = contents.layers.isEmpty ? contents.tensors.count : contents.layers.count
    if rows > Self.rowLimit {
      blocks.append(.text("and \(rows - Self.rowLimit) more"))
    }
    if let problem = contents.problem {
      blocks.append(.text("It can't be loaded: \(Wording.problem(of: problem))."))
    }
    return Document(blocks + contents.notes.map { .text(Wording.text(of: $0)) })
  }

  private var facts: [Fact] {
    var facts = [
      Fact("file", .text(path), text: path), Fact("format", .text(format), text: format),
    ]
    if let version = contents.version {
      let shown = Wording.printable(version)
      facts.append(Fact("version", .text(shown), text: "version \(shown)"))
    }
    if let input = contents.input {
      facts.append(Fact("input", .text(input.description), text: "input \(input)"))
    }
    if !contents.layers.isEmpty {
      facts.append(
        Fact(
          "layers", .count(contents.layers.count),
          text: Wording.count(contents.layers.count, "layer")))
    }
    if !contents.tensors.isEmpty {
      facts.append(
        Fact(
          "tensors", .count(contents.tensors.count),
          text: Wording.count(contents.tensors.count, "tensor")))
      facts.append(
        Fact(
          "parameters", .count(contents.parameters),
          text: Wording.count(contents.parameters, "parameter"), term: "fitted parameters"))
    }
    for word in contents.training {
      let shown = Wording.printable(word)
      facts.append(Fact("training", .text(shown), text: shown))
    }
    return facts
  }

  private var format: String {
    switch contents.format {
    case .keras(.archive): "Keras, a whole network (.keras)"
    case .keras(.model): "Keras, a whole network (.h5)"
    case .keras(.weights): "Keras, weights alone"
    case .keras(.architecture): "Keras, layers alone"
    case .safetensors(isOverfit: true): "Overfit, a whole network"
    case .safetensors(isOverfit: false): "safetensors, weights alone"
    }
  }

  private var layers: Table {
    Table(
      columns: [
        .init("#", alignment: .right), .init("in the file"), .init("name"), .init("here"),
        .init("output", alignment: .right), .init("parameters", alignment: .right),
      ],
      rows: contents.layers.prefix(Self.rowLimit).enumerated().map { index, layer in
        [
          .count(index + 1), .text(Wording.printable(layer.kind)),
          layer.name.map { .text(Wording.printable($0)) } ?? .empty,
          layer.text.map { .text($0) } ?? .text("not known"),
          layer.output.map { .text($0.description) } ?? .empty,
          layer.parameters.map { .count($0) } ?? .empty,
        ]
      })
  }

  private var tensors: Table {
    Table(
      columns: [
        .init("tensor"), .init(term: "shape", alignment: .right), .init("numbers"),
        .init("parameters", alignment: .right),
      ],
      rows: contents.tensors.prefix(Self.rowLimit).map { tensor in
        [
          .text(Wording.printable(tensor.name)), .text(tensor.shape.description),
          .text(tensor.type), .count(tensor.shape.count),
        ]
      })
  }
}
