internal import Notebooks
internal import Publishing
internal import Session
internal import Workbench

/// Which notebooks are published, and where.
struct ExportPlan {
  /// A notebook and its page.
  struct Page {
    let source: String
    /// The path of the notebook in the folder that is published, or the name of the file.
    let place: String
    let target: String
  }

  private(set) var pages: [Page]
  /// The folder of a site, without a slash at its end; nil for a file.
  private let folder: String?
  private let output: String
  private let form: PublishedForm

  /// - Throws: `CallError` where there is no notebook, or no place for its page; `FileError` where a folder
  ///   can't be listed.
  init(
    of path: String, as form: PublishedForm, into output: String?, _ files: WorkingFolder
  ) throws {
    self.form = form
    let isFolder = files.isFolder(path)
    if isFolder, output == nil { throw CallError.noPlaceForPages(folder: path) }
    let out = output ?? Self.renamed(path, form)
    if out.isEmpty || out == "-" { throw CallError.noNameOfPage }
    if !isFolder, !path.hasSuffix(".md") { throw CallError.noNotebookFile(path: path) }
    self.output = out.count > 1 && out.hasSuffix("/") ? String(out.dropLast()) : out
    if isFolder {
      let folder = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
      self.folder = folder
      let target = self.output
      // Only what lies in the folder itself and is shown in it is published.
      let sources = try NotebookPaths.at(path, files).filter { source in
        !files.isLink(source) && !source.dropFirst(folder.count).contains("/.")
      }
      if sources.isEmpty { throw CallError.noNotebook(folder: path) }
      pages = sources.map { source in
        let place = String(source.dropFirst(folder.count + 1))
        return Page(source: source, place: place, target: "\(target)/\(Self.renamed(place, form))")
      }
      pages = Self.inOrder(pages, folder, files)
    } else {
      folder = nil
      let name = Course.parts(of: path).file
      let isInFolder = out.hasSuffix("/") || files.isFolder(self.output)
      let other = PublishedForm.allCases.first { $0 != form && out.hasSuffix(".\($0.ending)") }
      if !isInFolder, let other { throw CallError.pageOfOtherForm(path: out, other, form) }
      let target = isInFolder ? "\(self.output)/\(Self.renamed(name, form))" : self.output
      pages = [Page(source: path, place: name, target: target)]
    }
    for page in pages {
      if files.isSame(page.source, page.target) { throw CallError.pageIsSource(path: page.target) }
      if isFolder, form == .html, Course.parts(of: page.target).file == "index.html" {
        throw CallError.pageIsContents(path: page.source)
      }
    }
  }

  /// Refuses to write over what is there.
  func requireRoom(_ files: WorkingFolder) throws {
    var paths = pages.map(\.target)
    if form == .html, folder != nil {
      paths += Set(pages.map { Self.folder(of: $0.place) } + [""]).sorted().map(contents)
    }
    for path in paths where files.isTaken(path) || files.isLink(path) {
      throw CallError.pageIsThere(path: path)
    }
  }

  /// The path of the page that lists a folder of the site.
  func contents(of folder: String) -> String {
    folder.isEmpty ? "\(output)/index.html" : "\(output)/\(folder)/index.html"
  }

  /// The site of the notebooks that could be read; nil where none is made.
  func site(of read: [(Page, Notebook)], _ files: WorkingFolder) -> LessonSite? {
    guard let folder, form == .html else { return nil }
    var titles: [String: String] = [:]
    for place in Set(read.map { Self.folder(of: $0.0.place) }) {
      titles[place] =
        LessonShelf.course(ofFolder: place.isEmpty ? folder : "\(folder)/\(place)", files).title
    }
    let lessons = read.map { page, notebook in
      LessonSite.Lesson(
        path: page.place, notebook: notebook,
        isInOrder: Self.rank(of: page.place, folder, files) != nil)
    }
    return LessonSite(lessons, titles: titles)
  }

  /// The pages of each folder in the order of its lessons, and behind them those beside.
  private static func inOrder(
    _ pages: [Page], _ folder: String, _ files: WorkingFolder
  ) -> [Page] {
    let ranked = pages.enumerated().map { index, page in
      (
        folder: Self.folder(of: page.place), rank: rank(of: page.place, folder, files) ?? Int.max,
        index: index, page: page
      )
    }
    return ranked.sorted { ($0.folder, $0.rank, $0.index) < ($1.folder, $1.rank, $1.index) }
      .map(\.page)
  }

  /// Where a notebook stands in the order of its folder; nil for one that stands beside it.
  private static func rank(
    of place: String, _ root: String, _ files: WorkingFolder
  ) -> Int? {
    let name = Course.parts(of: place).file
    let own = folder(of: place)
    let folder = own.isEmpty ? root : "\(root)/\(own)"
    let order = LessonShelf.course(ofFolder: folder, files).order
    return order.isEmpty
      ? Course.number(of: name) : order.firstIndex(of: String(name.dropLast(3)))
  }

  private static func folder(of place: String) -> String {
    place.contains("/") ? Course.parts(of: place).folder : ""
  }

  private static func renamed(_ path: String, _ form: PublishedForm) -> String {
    (path.hasSuffix(".md") ? String(path.dropLast(3)) : path) + ".\(form.ending)"
  }
}
