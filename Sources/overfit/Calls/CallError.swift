internal import Jupyter
internal import Notebooks
internal import Publishing
internal import Session
internal import Workbench

/// Why a call that was understood could not be carried out.
enum CallError: Error, CustomStringConvertible {
  /// No lesson was found.
  case noLesson(LessonShelf.Failure)
  /// A notebook is to be published where a file is.
  case pageIsThere(path: String)
  /// A notebook is to be published into itself.
  case pageIsSource(path: String)
  /// The page of this notebook would lie where the list of a site's pages does.
  case pageIsContents(path: String)
  /// What stands behind `-o` names nothing.
  case noNameOfPage
  /// A file is to be published that is no notebook by its name.
  case noNotebookFile(path: String)
  /// The name of a page is that of another form than was asked for.
  case pageOfOtherForm(path: String, PublishedForm, PublishedForm)
  /// It is not said where the pages of a folder go.
  case noPlaceForPages(folder: String)
  /// A folder of pages can't be made.
  case noFolder(path: String, reason: String)
  /// There is nothing to replay in this folder.
  case noNotebook(folder: String)
  /// The page of a course is to be written where no checklist says what it shows.
  case noChecklist(folder: String)
  /// The page of a course is to be written where something else stands.
  case noPage(path: String)
  /// A report is to be written where something else stands.
  case noReport(path: String)
  /// It is not said of which folder's lessons a student's progress is; which one may be meant.
  case noFolderOfLessons(progress: String, meant: String?)
  /// There is no kernel under this connection file.
  case noKernel(path: String, ConnectionFault)
  /// Another kernel's description stands where one is to be written or taken away.
  case otherKernel(path: String)
  /// There is no description of a kernel to be taken away.
  case noKernelThere(path: String)
  /// A lesson is to be made where a file is.
  case lessonIsThere(path: String)
  /// No session ended without being saved; these journals may not be read, each with the reason.
  case nothingToRecover([String])
  /// Of so many sessions that ended without being saved, none has this number.
  case noLostSession(Int, of: Int)
  /// So many sessions may be meant.
  case severalLostSessions(Int)

  var description: String {
    switch self {
    case .noLesson(.unknown(let name, let known)):
      "no lesson is called \"\(name)\""
        + (LessonShelf.suggestion(for: name, among: known).map { "; \($0[0])" }
          ?? (known.isEmpty ? "" : "; there are: \(known.joined(separator: ", "))"))
    case .noLesson(.ambiguous(let name, let lessons)):
      "several lessons may be meant by \"\(name)\": \(lessons.joined(separator: ", "))"
    case .noLesson(.unreadable(let error)): "\(error.path): \(error.problem)"
    case .noLesson(.empty(let folder)): "\(folder): there is no lesson in this folder"
    case .noLesson(.malformed(let error)): error.description
    case .pageIsThere(let path):
      "\(path) is there already, and stays as it is; --overwrite writes over it"
    case .pageIsSource(let path):
      "\(path) is the notebook itself: overfit replay --update writes fresh outputs into it"
    case .noPlaceForPages(let folder):
      "\(folder) is a folder: -o names the folder for its pages"
    case .pageIsContents(let path):
      "\(path): its page would be index.html, which lists the others; it needs another name"
    case .noNotebookFile(let path):
      "\(path) is no notebook: the name of one ends in .md"
    case .pageOfOtherForm(let path, let named, let asked):
      "\(path) is the name of another form: --to \(named.rawValue) makes it, and --to \(asked.rawValue) a file "
        + "that ends in .\(asked.ending)"
    case .noNameOfPage: "-o needs the name of a file or of a folder"
    case .noFolder(let path, let reason): "\(path): the folder can't be made: \(reason)"
    case .noNotebook(let folder):
      "\(folder): there is no notebook in this folder"
    case .noChecklist(let folder):
      "\(folder): there is no checklist.md, and so no page to write"
    case .noPage(let path):
      "\(path) is there already, and is no page that overfit check --update wrote, or a link: it stays "
        + "as it is; under another name it leaves room for the page"
    case .noReport(let path):
      "\(path) is there already, and is no report that overfit check wrote: it stays as it is; "
        + "--junit takes another name"
    case .noFolderOfLessons(let path, let meant):
      "\(path) is of lessons that are not those in \"lessons\": name their folder: overfit check --progress "
        + "\(path) \(meant ?? "FOLDER")"
    case .noKernel(let path, let fault): "\(path): \(fault)"
    case .otherKernel(let path):
      "\(path) is of another kernel, and stays as it is; --prefix names another place"
    case .noKernelThere(let path): "\(path) is not there, so there is nothing to take away"
    case .lessonIsThere(let path):
      "\(path) is there already, and stays as it is"
    case .nothingToRecover(let refusals):
      (["there is no session to recover"] + refusals).joined(separator: "; ")
    case .noLostSession(let number, let count):
      "there is no lost session \(number): overfit --recover list shows \(count)"
    case .severalLostSessions(let count):
      "\(count) lost sessions may be meant: overfit --recover list numbers them, "
        + "overfit --recover drop all drops all"
    }
  }
}
