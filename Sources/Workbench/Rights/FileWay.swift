/// The ways in which a file's commands come to be run. Whatever opens a file is a case here, and so
/// stands under the one set of rights, and under the law that tests it over all cases.
package enum FileWay: CaseIterable, Sendable {
  /// `overfit run FILE`.
  case run
  /// `run FILE`, typed at the prompt.
  case runAtPrompt
  /// `overfit FILE.md`: a notebook that is opened to go on in it.
  case open
  /// `overfit replay PATH`.
  case replay
  /// `overfit learn PATH`.
  case learn
  /// `overfit learn NAME`: a lesson that was found by its name.
  case lesson
  /// `overfit --recover`: the person's own lines, out of the journal of a session that has ended.
  case recovery
  /// `overfit check --progress FILE`: a student's own cells, which were handed in.
  case progress
  /// `overfit kernel run FILE`: the cells of a notebook in Jupyter, where the person runs them.
  case kernel

  /// Whether the person named this very file: it may be their own notebook, and reads the folder
  /// that the program was started in too.
  var namesFile: Bool { self != .lesson && self != .progress }

  /// Whether the commands are the person's: what they wrote is not written again, and they contact no
  /// server.
  package var isOfPerson: Bool { self == .recovery }

  /// Whether files are written where that is granted.
  var writes: Bool { self != .progress }

  /// Whether a search in it may name the file of its study: it does in a notebook that was saved with
  /// such a line, which is kept in memory then; elsewhere the line is for the prompt.
  var namesStudies: Bool {
    switch self {
    case .open, .replay, .recovery: true
    case .run, .runAtPrompt, .learn, .lesson, .progress, .kernel: false
    }
  }

  /// Whether the person is asked about each file that is written in its folder, and what they don't allow
  /// there is refused; elsewhere it would be kept in memory.
  var asksAtHome: Bool { self == .kernel }

  /// Whether the person runs its lines one by one, as at the prompt.
  var isTyped: Bool { self == .kernel }

  /// What the person is asked about, where someone can be asked.
  var asks: Set<FileAction> {
    switch self {
    case .run, .runAtPrompt, .open: [.reading, .writing]
    case .learn: [.reading]
    case .kernel: [.writing]
    case .replay, .lesson, .recovery, .progress: []
    }
  }
}

/// What is done with a file.
package enum FileAction: String, CaseIterable, Sendable {
  /// Its content is taken in.
  case reading
  /// It is made.
  case writing
}
