import Commands
import Language

@testable import Session

extension Script {
  /// Reads a text as a session does that knows every command.
  init(parsing text: String) {
    self.init(parsing: text, forms: Vocabulary.standard.table.forms)
  }
}
