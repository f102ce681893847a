package import Notebooks
import Session

/// The notebooks of a folder as a small site: a page for each, and one for each folder that lists its
/// pages in order.
package struct LessonSite: Sendable {
  /// A notebook of the site.
  package struct Lesson: Sendable {
    /// Its path in the folder, "capstone/01-arms.md".
    package let path: String
    /// What it is called.
    package let title: String
    /// How long it takes; nil where nothing says it.
    package let minutes: Int?
    /// The terms that it explains.
    package let teaches: [String]
    /// Whether it has a place in the order of its folder, and is not beside it.
    let isInOrder: Bool

    /// Takes from a notebook what the site says of it.
    package init(path: String, notebook: Notebook, isInOrder: Bool) {
      self.path = path
      title = notebook.title
      minutes = notebook.frontMatter.minutes
      teaches = notebook.frontMatter.teaches
      self.isInOrder = isInOrder
    }

    /// The folder in the site; empty for the uppermost.
    var folder: String { path.contains("/") ? Course.parts(of: path).folder : "" }

    /// Its page beside others of its folder.
    var page: String { Course.parts(of: path).file.dropLast(3) + ".html" }
  }

  private let lessons: [Lesson]
  private let titles: [String: String]

  /// Makes a site.
  ///
  /// - Parameters:
  ///   - lessons: Those of a folder in their order.
  ///   - titles: What its folders are called, by their paths in it; "" is the uppermost.
  package init(_ lessons: [Lesson], titles: [String: String]) {
    (self.lessons, self.titles) = (lessons, titles)
  }

  /// The folders with a page of their own, by their paths; the uppermost is "".
  package var folders: [String] {
    var all: Set<String> = [""]
    for lesson in lessons {
      var folder = lesson.folder
      while !folder.isEmpty {
        all.insert(folder)
        folder = folder.contains("/") ? Course.parts(of: folder).folder : ""
      }
    }
    return all.sorted()
  }

  /// The page of a notebook, which is one of the site's by its path.
  package func page(of played: PlayedNotebook, at path: String, tellsAnswers: Bool) -> String {
    let folder = lessons.first { $0.path == path }?.folder ?? ""
    let beside = inOrder(in: folder)
    let place = beside.firstIndex { $0.path == path }
    let neighbour = { (index: Int?) -> NotebookPage.Neighbour? in
      guard let index, beside.indices.contains(index) else { return nil }
      return NotebookPage.Neighbour(address: beside[index].page, title: beside[index].title)
    }
    let site = NotebookPage.Surroundings(
      before: neighbour(place.map { $0 - 1 }), after: neighbour(place.map { $0 + 1 }),
      contents: .init(address: "index.html", title: title(of: folder)),
      links: links(in: folder))
    return NotebookPage(played, tellsAnswers: tellsAnswers, in: site).text
  }

  /// The page that lists those of a folder.
  package func contents(of folder: String) -> String {
    let title = title(of: folder)
    let inOrder = inOrder(in: folder)
    var body = "<main>\n<h1>\(Markup.escaped(title))</h1>\n"
    let minutes = inOrder.compactMap(\.minutes).reduce(0, +)
    if minutes > 0 {
      body += "<p class=\"facts\">\(inOrder.count) lessons · \(minutes) minutes</p>\n"
    }
    body += list(inOrder.map(entry), "ol")
    let others =
      lessons.filter { $0.folder == folder && !$0.isInOrder }.map(entry)
      + folders.filter { !$0.isEmpty && parent(of: $0) == folder }.map(entry(ofFolder:))
    if !others.isEmpty {
      body += (inOrder.isEmpty ? "" : "<h2>Beside them</h2>\n") + list(others, "ul")
    }
    let above =
      folder.isEmpty
      ? ""
      : "<nav aria-label=\"Lessons\">\n<a href=\"../index.html\">"
        + "\(Markup.escaped(self.title(of: parent(of: folder))))</a>\n</nav>\n"
    return PageFrame.page(
      title: title, style: PageStyle.text(films: []), body: above + body + "</main>\n")
  }

  private func inOrder(in folder: String) -> [Lesson] {
    lessons.filter { $0.folder == folder && $0.isInOrder }
  }

  private func title(of folder: String) -> String {
    titles[folder] ?? (folder.isEmpty ? "Lessons" : Course.parts(of: folder).file)
  }

  private func parent(of folder: String) -> String {
    folder.contains("/") ? Course.parts(of: folder).folder : ""
  }

  private func links(in folder: String) -> LinkRule {
    LinkRule(folder: folder, notebooks: Set(lessons.map(\.path)), folders: Set(folders))
  }

  private func entry(of lesson: Lesson) -> String {
    let minutes = lesson.minutes.map { $0 == 1 ? "1 minute" : "\($0) minutes" }
    let teaches = lesson.teaches.isEmpty ? nil : lesson.teaches.joined(separator: ", ")
    let facts = [minutes, teaches].compactMap(\.self).joined(separator: " · ")
    let link = LinkRule.alone.target(of: "./\(lesson.page)") ?? ""
    return "<a href=\"\(Markup.escaped(link))\">\(Markup.escaped(lesson.title))</a>"
      + (facts.isEmpty ? "" : "\n<p>\(Markup.escaped(facts))</p>")
  }

  private func entry(ofFolder folder: String) -> String {
    let count = lessons.count { $0.folder == folder }
    let name = Course.parts(of: folder).file
    let link = LinkRule.alone.target(of: "./\(name)/index.html") ?? ""
    return "<a href=\"\(Markup.escaped(link))\">\(Markup.escaped(title(of: folder)))</a>\n"
      + "<p>\(count == 1 ? "1 lesson" : "\(count) lessons")</p>"
  }

  private func list(_ entries: [String], _ element: String) -> String {
    if entries.isEmpty { return "" }
    let items = entries.map { "<li>\($0)</li>\n" }.joined()
    return "<\(element) class=\"contents\">\n\(items)</\(element)>\n"
  }
}
