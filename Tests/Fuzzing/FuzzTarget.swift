import Datasets
import JSON
import Language
import Networks
import Notebooks
import Session
import TerminalText
import Workbench

/// A part of the program that takes what anyone writes, and what must hold whatever that is: it does
/// not trap, it answers, and what it says can be shown on a terminal.
public enum FuzzTarget: String, CaseIterable, Sendable {
  /// Lines at the prompt, in a session that has learned something.
  case lines
  /// Notebooks, which are replayed.
  case notebooks
  /// CSV files.
  case tables
  /// NumPy and IDX files, gzip or not.
  case arrays
  /// Images of all formats.
  case images
  /// Saved networks and weights.
  case networks
  /// JSON texts.
  case json

  /// How the names of the files end that it reads.
  public var endings: [String] {
    switch self {
    case .lines, .notebooks: [".md"]
    case .tables: [".csv", ".csv.gz"]
    case .arrays: [".npy", ".npz", "-ubyte", ".gz"]
    case .images: [".png", ".jpg", ".bmp", ".gif", ".webp"]
    case .networks: [".safetensors"]
    case .json: [".safetensors", ".json"]
    }
  }

  /// How many questions whether it is interrupted a line may ask before the answer is yes: what
  /// lasts is ended by what was done and not by a clock, so that the same bytes come to the same end.
  static let polls = 2_000

  /// Tries one input.
  /// - Returns: What came of it: the text that a person would see.
  /// - Throws: `FuzzFinding` if that can't be shown on a terminal.
  public func run(_ bytes: [UInt8]) throws(FuzzFinding) -> String {
    let text = result(of: bytes)
    guard text.unicodeScalars.allSatisfy(Self.isPlain) else {
      throw FuzzFinding(problem: "it prints what a terminal obeys: \(text.debugDescription)")
    }
    return text
  }

  private func result(of bytes: [UInt8]) -> String {
    switch self {
    case .lines: FuzzedSession.output(of: bytes)
    case .notebooks: FuzzedSession.replay(of: bytes)
    case .tables: said { try CSV.dataset(FileBytes(name: "f.csv", bytes: bytes)).name }
    case .arrays: said { try array(bytes) }
    case .images:
      said {
        let reading = ImageReading(size: .init(height: 8, width: 8))
        return try "\(ImageExample(FileBytes(name: "f.png", bytes: bytes), as: reading).size)"
      }
    case .networks: said { try "\(NetworkDocument(reading: bytes).network.parameterCount)" }
    case .json: said { try JSONValue(reading: bytes).text }
    }
  }

  private func array(_ bytes: [UInt8]) throws -> String {
    let file = FileBytes(name: "f", bytes: bytes)
    if let array = try? NPY.array(file) { return "\(array.shape)" }
    if let images = try? IDX.images(file) { return "\(images.count)" }
    return try NumPyData.dataset(file).name
  }

  /// What is read, or why it can't be, as a terminal shows it.
  private func said(_ read: () throws -> String) -> String {
    let none = SourceRange(0, 0)
    let diagnostic: Diagnostic
    do {
      return try read().cleaned(.text)
    } catch let error as DatasetError {
      diagnostic = Diagnostic(Wording.text(of: error), at: none)
    } catch let error as NetworkFileError {
      diagnostic = Wording.diagnostic(for: error, file: "f", at: none)
    } catch {
      diagnostic = Diagnostic("\(error)", at: none)
    }
    return DiagnosticText.lines(for: diagnostic, source: "f", indent: 0, width: 80)
      .joined(separator: "\n")
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 10 || (scalar.value >= 32 && scalar.value != 127)
  }
}

/// What must not be.
public struct FuzzFinding: Error {
  /// What was seen, in words.
  public let problem: String
}
