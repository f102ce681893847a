/// Why a call that was understood could not be carried out.
enum CallError: Error, CustomStringConvertible {
  /// No lesson has this name.
  case unknownLesson(String, known: [String])
  /// What a lesson needs is not on this machine.
  case missingData(String, lesson: String)
  /// There is nothing to replay in this folder.
  case noNotebook(folder: String)
  /// No session ended without being saved; these journals may not be read, each with the reason.
  case nothingToRecover([String])

  var description: String {
    switch self {
    case .unknownLesson(let name, let known):
      "no lesson is called \"\(name)\""
        + (known.isEmpty ? "" : "; there are: \(known.joined(separator: ", "))")
    case .missingData(let missing, let lesson):
      "lesson \(lesson) needs \(missing), which is not on this machine; "
        + "type fetch \(missing) at the prompt of overfit"
    case .noNotebook(let folder):
      "\(folder): there is no notebook in this folder"
    case .nothingToRecover(let refusals):
      (["there is no session to recover"] + refusals).joined(separator: "; ")
    }
  }
}
