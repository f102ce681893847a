import Notebooks
import Session
import Testing

@testable import Publishing

@Suite("A site of lessons")
struct SiteTests {
  private static let site: (site: LessonSite, pages: [String: String])? = try? {
    let lessons = try Lessons.paths.map { path in
      LessonSite.Lesson(
        path: path, notebook: try Lessons.notebook(path),
        isInOrder: Course.number(of: Course.parts(of: path).file) != nil)
    }
    let site = LessonSite(lessons, titles: ["capstone": "Broken <notebooks>"])
    var pages: [String: String] = [:]
    for path in Lessons.paths {
      let played = PlayedNotebook(try Lessons.notebook(path))
      pages[path.dropLast(3) + ".html"] = site.page(of: played, at: path, tellsAnswers: true)
    }
    for folder in site.folders {
      pages[folder.isEmpty ? "index.html" : "\(folder)/index.html"] = site.contents(of: folder)
    }
    return (site, pages)
  }()

  @Test("has no link that leads nowhere")
  func links() throws {
    let pages = try #require(Self.site).pages
    var count = 0
    for (name, page) in pages {
      let folder = name.contains("/") ? "capstone/" : ""
      for (_, attributes) in MarkupReading(page).elements {
        guard let link = attributes["href"], !link.contains(":") else { continue }
        count += 1
        let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        var path =
          parts[0].isEmpty
          ? name
          : folder
            + parts[0].replacing("./", with: "", maxReplacements: parts[0].hasPrefix("./") ? 1 : 0)
        path = path.replacing("capstone/../", with: "")
        let target = pages[String(path)]
        #expect(target != nil, "\(name): \(link)")
        if parts.count > 1 {
          #expect(target?.contains("id=\"\(parts[1])\"") == true, "\(name): \(link)")
        }
      }
    }
    #expect(count > 300)
  }

  @Test("lists the lessons in order, and leads from each to the next")
  func order() throws {
    let pages = try #require(Self.site).pages
    let index = try #require(pages["index.html"])
    let places = (1...15).compactMap { number in
      index.range(of: number < 10 ? "./0\(number)-" : "./\(number)-")?.lowerBound
    }
    #expect(places.count == 15)
    #expect(places == places.sorted())
    #expect(index.contains("<h2>Beside them</h2>") && index.contains("Broken &lt;notebooks&gt;"))
    let second = try #require(pages["02-mnist.html"])
    #expect(second.contains("<a href=\"01-circles.html\" rel=\"prev\">"))
    #expect(second.contains("<a href=\"03-neuron.html\" rel=\"next\">"))
    #expect(try #require(pages["01-circles.html"]).components(of: "rel=\"prev\"") == 0)
    #expect(try #require(pages["gallery.html"]).components(of: "rel=\"next\"") == 0)
  }

  @Test("is made of well-formed pages")
  func pages() throws {
    for (name, page) in try #require(Self.site).pages {
      #expect(MarkupReading(page).faults.isEmpty, "\(name)")
    }
  }
}

extension String {
  fileprivate func range(of text: String) -> Range<Index>? { ranges(of: text).first }
}
