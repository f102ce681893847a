import Charts
import Language
import Notebooks
import Session
import Testing
import Workbench

@testable import Publishing

@Suite("Published pages")
struct PageTests {
  /// What is true of every page.
  private static func checkLaws(_ page: String, _ name: String) {
    let reading = MarkupReading(page)
    #expect(reading.faults.isEmpty, "\(name): \(reading.faults.prefix(3))")
    let ids = reading.elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count, "\(name): an id stands twice")
    for (element, attributes) in reading.elements {
      #expect(!["script", "img", "iframe", "object", "embed", "link", "base"].contains(element))
      for (key, value) in attributes {
        #expect(!key.hasPrefix("on") && key != "src" && key != "style", "\(name): \(key)")
        let isAddress = key == "href"
        #expect(!isAddress || !value.lowercased().hasPrefix("javascript"), "\(name): \(value)")
        for label in key == "aria-labelledby" ? value.split(separator: " ").map(String.init) : [] {
          #expect(ids.contains(label), "\(name): nothing is called \(label)")
        }
      }
    }
    let pictures = reading.elements.filter { $0.name == "svg" }
    let titles = reading.elements.count { $0.name == "title" }
    #expect(titles == pictures.count + 1, "\(name): each picture has a title, and the page")
    #expect(reading.elements.count { $0.name == "desc" } == pictures.count)
    #expect(pictures.allSatisfy { $0.attributes["role"] == "img" })
    let levels = reading.elements.compactMap { element -> Int? in
      element.name.count == 2 && element.name.hasPrefix("h") ? Int(element.name.dropFirst()) : nil
    }
    #expect(levels.first == 1 && levels.count { $0 == 1 } == 1, "\(name): \(levels)")
    #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 }, "\(name): \(levels)")
    #expect(!page.contains("url(") && !page.contains("@import"), "\(name) loads something")
    #expect(page.contains("default-src 'none'") && page.contains("<html lang=\"en\">"))
  }

  @Test("are well formed, load nothing and name every picture", arguments: Lessons.paths)
  func lessons(_ path: String) throws {
    let played = try Lessons.stored(path)
    let page = NotebookPage(played).text
    Self.checkLaws(page, path)
    #expect(page == NotebookPage(played).text)
  }

  @Test("show every picture of the gallery as shapes")
  func gallery() throws {
    let played = try #require(Lessons.gallery)
    let page = NotebookPage(played).text
    Self.checkLaws(page, "gallery")
    let pictures = played.outputs.flatMap(ShownPart.parts).count { part in
      if case .picture = part { true } else { false }
    }
    #expect(pictures > 40)
    #expect(page.components(of: "<svg ") >= pictures)
  }

  @Test("have a colour of theirs for every colour that pictures are drawn in")
  func colors() throws {
    let page = NotebookPage(try #require(Lessons.gallery)).text
    let known = Set(PictureColors.all.map(\.drawn) + ["none"])
    let reading = MarkupReading(page)
    #expect(reading.elements.contains { $0.attributes["fill"] == "#0072b2" })
    for (_, attributes) in reading.elements {
      for color in [attributes["fill"], attributes["stroke"]].compactMap(\.self) {
        #expect(known.contains(color) || color.hasPrefix("rgb("), "\(color)")
      }
    }
  }

  @Test("take nothing of a stranger's for anything but letters")
  func hostile() throws {
    let text = """
      ---
      title: "</title><script>alert(1)</script>"
      ---
      # <img src=x onerror=alert(1)> `</h1>` \u{202E}x

      <script>alert(2)</script>

      Text <b onclick="x">bold</b> & ]]> [one](javascript:alert(3)) [two](https://a.example/"><script>)
      ![three](https://a.example/x.png) <javascript:alert(4)> <!-- a note -->

      <!-- never seen -->

      ### " onmouseover="x

      ### " onmouseover="x

      | a | `<td>` |
      | - | :-: |
      | <script> | </table> |

      ```overfit
      > print "</pre><script>alert(5)</script>"
      </pre><script>alert(5)</script> \u{202E}x ' " &lt;
      ```

      ```question q
      ask <script>alert(6)</script>
      right "</li>
      says </details>
      choice b
      says [x](javascript:x)
      ```

      """
    let page = NotebookPage(PlayedNotebook(try Notebook(text: text, name: "<x>.md"))).text
    Self.checkLaws(page, "hostile")
    #expect(!page.contains("<script") && !page.contains("\u{202E}") && !page.contains("never seen"))
    #expect(page.contains("&lt;/pre&gt;&lt;script&gt;alert(5)&lt;/script&gt;"))
    #expect(page.contains("&amp;lt;"))
  }

  @Test("show moments side by side, and as a film that nobody has to look at")
  func film() throws {
    let played = try Lessons.played(
      """
      ```overfit
      > data moons points=20
      > network
      > add dense 1 sigmoid
      > train epochs=4
      > plot boundary epochs=0,2,4
      ```

      """)
    let page = NotebookPage(played).text
    Self.checkLaws(page, "film")
    #expect(page.components(of: "<g class=\"strip\" transform=\"translate(-1200 0)\">") == 1)
    #expect(page.contains("50.00% { transform: translateX(-1200px); }"))
    #expect(page.components(of: "<figure") == 2)
    #expect(page.contains("@media (prefers-reduced-motion: no-preference)"))
    #expect(page.contains("@keyframes film-3 ") && !page.contains("@keyframes film-4 "))
    #expect(!NotebookPage(try Lessons.stored("07-stopping.md")).text.contains("@keyframes"))
  }

  @Test("fold hints, answers and solutions, and leave answers out where they are counted")
  func folded() throws {
    let played = try Lessons.stored("06-dropout.md")
    let page = NotebookPage(played).text
    #expect(page.components(of: "A solution, from which") == 2)
    let questions = page.components(of: "<p class=\"kind\">Question</p>")
    #expect(questions > 1)
    #expect(page.components(of: "<summary>The answer</summary>") == questions)
    #expect(page.components(of: "<summary>Hint") > 4)
    let closed = NotebookPage(played, tellsAnswers: false).text
    #expect(closed.components(of: "A solution, from which") == 0)
    #expect(closed.components(of: "<summary>The answer</summary>") == 0)
  }

  @Test("of questions that ask for a number tell what it comes to")
  func answers() throws {
    let played = try Lessons.played(
      """
      ```overfit
      > let a = 4
      ```

      ```question sum
      ask How much is it?
      answer a + 0.5
      ```

      """)
    #expect(NotebookPage(played).text.contains("The answer: 4.5"))
  }

  @Test("tell the words of an input apart, and keep every letter of it")
  func source() throws {
    let played = try Lessons.stored("06-dropout.md")
    for cell in played.notebook.cells {
      let tokens = played.tokens(of: cell.source)
      #expect(tokens.map(\.printed).joined() == cell.source)
    }
    let source = "train epochs=20 rate=1e-3 # a note"
    #expect(
      SourceMarkup(source, tokens: played.tokens(of: source)).text
        == "<span class=\"verb\">train</span> <span class=\"option\">epochs</span>="
        + "<span class=\"number\">20</span> <span class=\"option\">rate</span>="
        + "<span class=\"number\">1e-3</span> <span class=\"note\"># a note</span>")
  }
}

extension String {
  /// How often a text stands in it.
  func components(of text: String) -> Int {
    var count = 0
    var rest = self[...]
    while let first = rest.firstIndex(of: text.first ?? " ") {
      rest = rest[first...]
      if rest.hasPrefix(text) { count += 1 }
      rest = rest.dropFirst()
    }
    return count
  }
}
