import Datasets
import Workbench

/// What a student reads of an error: its facts are put into words above this room.
extension DatasetError {
  var problem: String { Wording.problem(of: self) }
  var hint: String? { Wording.hint(for: self) }
  var description: String { Wording.text(of: self) }
}
