import Datasets
import Exchange
import Language
import Networks
import Reports
import TensorEngine
import Workbench

/// `inspect net.keras`: what a file of a network holds, before it is loaded.
package enum InspectCommand {
  /// How the verb is typed and explained.
  package static let definition = CommandDefinition(
    verb: "inspect", family: .network,
    summary: "shows what a file of a network or of weights holds, before it is loaded",
    forms: ["inspect net.keras", "inspect model.h5", "inspect net.safetensors"],
    completion: CommandCompletion(wordsBeforeFiles: []), touches: .reads, example: [])

  /// The verb, for the table of all verbs.
  package static let command = CellCommand(definition, action: run)

  private static func run(
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> FileContentsReport {
    try arguments.expect(atMost: 1)
    let value = try arguments.value(0, orSay: "inspect needs the name of a file")
    guard let path = value.text else {
      throw Diagnostic("the name of a file is expected", at: value.range)
    }
    try ExchangedNetwork.checkReadable(path, at: value.range)
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try DatasetFolders(execution.settings).bytes(ofFile: path)
    } catch {
      throw Wording.diagnostic(for: error, at: value.range)
    }
    return FileContentsReport(try contents(bytes, path, at: value.range), path: path)
  }

  private static func contents(
    _ bytes: [UInt8], _ path: String, at range: SourceRange
  ) throws(Diagnostic) -> FileContents {
    if ExchangedNetwork.isForeign(bytes, path) {
      do throws(ExchangeError) {
        return try FileContents(ofKeras: FileBytes(name: path, bytes: bytes))
      } catch {
        throw Wording.diagnostic(for: error, file: path, at: range)
      }
    }
    do throws(NetworkFileError) {
      return try FileContents(ofSafetensors: bytes)
    } catch {
      throw Wording.diagnostic(for: error, file: path, at: range)
    }
  }
}
