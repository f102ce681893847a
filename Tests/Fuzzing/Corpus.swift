import Foundation

/// Inputs to begin with.
public enum Corpus {
  /// The files in folders and the folders below them that a target reads, in the order of their
  /// names; for the target of lines, what is typed in notebooks.
  public static func inputs(for target: FuzzTarget, in folders: [String]) -> [[UInt8]] {
    var inputs: [[UInt8]] = []
    for folder in folders {
      for name in (FileManager.default.subpaths(atPath: folder) ?? []).sorted()
      where target.endings.contains(where: name.hasSuffix) {
        guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)") else { continue }
        inputs += target == .lines ? sessions(in: Array(data)) : [Array(data)]
      }
    }
    return target == .json ? inputs.map(header) + inputs : inputs
  }

  /// What is typed in a notebook, twelve lines an input.
  private static func sessions(in notebook: [UInt8]) -> [[UInt8]] {
    let lines = notebook.split(separator: 0x0A).filter {
      $0.starts(with: Array("> ".utf8)) || $0.starts(with: Array(". ".utf8))
    }.map { Array($0.dropFirst(2)) }
    return stride(from: 0, to: lines.count, by: 12).map { start in
      Array(lines[start..<min(lines.count, start + 12)].joined(separator: [0x0A]))
    }
  }

  /// The JSON text at the head of a safetensors file.
  private static func header(of file: [UInt8]) -> [UInt8] {
    Array(file.dropFirst(8).prefix { $0 >= 0x09 && $0 < 0x7F })
  }
}
