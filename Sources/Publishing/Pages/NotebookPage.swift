import Notebooks

/// A notebook as one page of HTML, which loads nothing and runs nothing.
package struct NotebookPage {
  /// A page that stands before or behind it.
  struct Neighbour {
    let address: String
    let title: String
  }

  /// Where it stands in a site.
  struct Surroundings {
    var before: Neighbour?
    var after: Neighbour?
    /// The list of its pages.
    var contents: Neighbour?
    var links = LinkRule.alone
  }

  /// The page, whole.
  package let text: String

  /// Makes a page that stands alone.
  ///
  /// - Parameter tellsAnswers: Whether answers and solutions are told; a class that counts answers does not.
  package init(_ played: PlayedNotebook, tellsAnswers: Bool = true) {
    self.init(played, tellsAnswers: tellsAnswers, in: Surroundings())
  }

  init(_ played: PlayedNotebook, tellsAnswers: Bool, in site: Surroundings) {
    let body = NotebookBody(played, tellsAnswers: tellsAnswers, links: site.links)
    let title = played.notebook.title
    let name = [title, site.contents?.title].compactMap(\.self).joined(separator: " · ")
    let above = Self.navigation(site, label: "Lessons")
    let below = Self.navigation(site, label: "Lessons, at the end")
    text = PageFrame.page(
      title: name, style: PageStyle.text(films: body.films),
      body: above
        + "<main>\n<header>\n\(body.heading)\(Self.facts(of: played.notebook))</header>\n"
        + body.text + "</main>\n" + below)
  }

  /// "30 minutes · circles"
  private static func facts(of notebook: Notebook) -> String {
    let head = notebook.frontMatter
    let minutes = head.minutes.map { $0 == 1 ? "1 minute" : "\($0) minutes" }
    let teaches = head.teaches.isEmpty ? nil : head.teaches.joined(separator: ", ")
    let facts = [minutes, teaches].compactMap(\.self)
    return facts.isEmpty
      ? "" : "<p class=\"facts\">\(Markup.escaped(facts.joined(separator: " · ")))</p>\n"
  }

  private static func navigation(_ site: Surroundings, label: String) -> String {
    let links = [
      site.before.map { link($0, "← ", " rel=\"prev\"") }, site.contents.map { link($0, "", "") },
      site.after.map { link($0, "", " rel=\"next\"", behind: " →") },
    ].compactMap(\.self)
    return links.isEmpty
      ? "" : "<nav aria-label=\"\(label)\">\n\(links.joined(separator: "\n"))\n</nav>\n"
  }

  private static func link(
    _ page: Neighbour, _ before: String, _ relation: String, behind: String = ""
  ) -> String {
    "<a href=\"\(Markup.escaped(page.address))\"\(relation)>"
      + "\(before)\(Markup.escaped(page.title))\(behind)</a>"
  }
}
