import Charts
package import JSON
import Notebooks
import Session
package import Workbench

/// What cells show, as Jupyter has it: in files, and while they run.
package enum JupyterOutput {
  /// The outputs of a cell: what nbformat 4.5 calls `display_data`, or an `error`.
  package static func all(of output: ShownCell) -> [JSONValue] {
    if output.isError {
      let mistake = mistake(of: output)
      return [error(name: mistake.name, value: mistake.value, lines: mistake.lines)]
    }
    return ShownPart.parts(of: output).map { part in
      var data: [JSONValue.Member] = []
      switch part {
      case .lines(let lines): data = [.init("text/plain", source(lines))]
      case .picture(let picture, let lines):
        data = [
          .init("image/svg+xml", source(Self.lines(of: JupyterPicture.text(of: picture)))),
          .init("text/plain", source(lines)),
        ]
      }
      return ["data": .object(data), "metadata": [:], "output_type": "display_data"]
    }
  }

  /// What a cell that failed is called, what is wrong in a line, and all that is said of it. Signs point into
  /// an input as a transcript shows it, so that stands above them.
  package static func mistake(
    of output: ShownCell
  ) -> (name: String, value: String, lines: [String]) {
    let sentences = output.lines.lazy.map { $0.drop { $0 == " " || $0 == "^" } }
    return (
      "Mistake", sentences.first { !$0.isEmpty }.map(String.init) ?? "",
      Transcript.input(output.source) + output.lines
    )
  }

  /// An output that says why a cell ended.
  package static func error(name: String, value: String, lines: [String]) -> JSONValue {
    [
      "ename": .string(name), "evalue": .string(value), "output_type": "error",
      "traceback": .array(lines.map(JSONValue.string)),
    ]
  }

  /// An output that is a line of text.
  package static func said(_ line: String) -> JSONValue {
    ["data": ["text/plain": [.string(line)]], "metadata": [:], "output_type": "display_data"]
  }

  /// A text as Jupyter writes it: a string for each line, with its end.
  static func source(_ lines: [String]) -> JSONValue {
    .array(
      lines.enumerated().map { index, line in
        .string(index + 1 < lines.count ? line + "\n" : line)
      })
  }

  /// The lines of a text, without an empty one at its end.
  static func lines(of text: String) -> [String] {
    var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map(String.init)
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}
