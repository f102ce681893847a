import Foundation
import Testing

@Suite("Publishing notebooks", .waiting, .timeLimit(.minutes(15)))
struct ExportTests {
  private let folder = TemporaryFolder()
  private static let notebook = "# A sum\n\n```overfit\n> print 1 + 1\n2\n```\n"

  private func export(_ words: String...) throws -> Program {
    try Program(["export"] + words, home: folder, folder: folder.path)
  }

  @Test("writes a page, a notebook for Jupyter and Markdown beside the notebook")
  func forms() throws {
    try folder.write(Self.notebook, to: "sum.md")
    let page = try export("sum.md", "--to", "html")
    #expect(page.output == "sum.html is written\n")
    #expect(page.error.isEmpty && page.status == 0)
    #expect(folder.read("sum.html")?.contains("<h1 id=\"a-sum\">A sum</h1>") == true)
    #expect(try export("sum.md", "--to", "ipynb").status == 0)
    #expect(folder.read("sum.ipynb")?.contains("\"source\":[\"print 1 + 1\"]") == true)
    #expect(try export("sum.md", "--to", "markdown", "-o", "copy.md").status == 0)
    #expect(folder.read("copy.md") == Self.notebook)
  }

  @Test("says what differs, writes what came, and leaves the notebook as it is")
  func difference() throws {
    let stale = Self.notebook.replacingOccurrences(of: "\n2\n", with: "\n3\n")
    try folder.write(stale, to: "sum.md")
    let program = try export("sum.md", "--to", "html")
    #expect(program.status == 1)
    #expect(program.error.contains("-3\n+2"))
    #expect(folder.read("sum.html")?.contains("\n2</pre>") == true)
    #expect(folder.read("sum.md") == stale)
    #expect(try export("sum.md", "--to", "markdown", "-o", "new.md").status == 1)
    #expect(folder.read("new.md") == Self.notebook)
  }

  @Test("writes over nothing unasked, and never over the notebook")
  func overwriting() throws {
    try folder.write(Self.notebook, to: "sum.md")
    try folder.write("mine", to: "sum.html")
    let refused = try export("sum.md", "--to", "html")
    #expect(refused.status == 1 && folder.read("sum.html") == "mine")
    #expect(
      refused.error == "overfit: sum.html is there already, and stays as it is; "
        + "--overwrite writes over it\n")
    #expect(try export("sum.md", "--to", "html", "--overwrite").status == 0)
    #expect(folder.read("sum.html")?.hasPrefix("<!DOCTYPE html>") == true)
    let own = try export("sum.md", "--to", "markdown", "--overwrite")
    #expect(own.status == 1 && folder.read("sum.md") == Self.notebook)
    #expect(own.error.contains("overfit replay --update"))
  }

  @Test("writes over no notebook that a link leads to")
  func linked() throws {
    try folder.write(Self.notebook, to: "course/sum.md")
    let link = folder.path + "/link"
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: folder.path + "/course")
    let refused = try export("course", "--to", "markdown", "-o", "link", "--overwrite")
    #expect(refused.status == 1 && refused.error.contains("link/sum.md is the notebook itself"))
    #expect(folder.read("course/sum.md") == Self.notebook)
  }

  @Test("publishes of a folder what lies in it, and nothing that a link or a dot hides")
  func inFolder() throws {
    try folder.write(Self.notebook, to: "course/sum.md")
    try folder.write("# Hidden\n", to: "course/.hidden.md")
    try folder.write("# Private\n", to: "private.md")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/course/link.md", withDestinationPath: folder.path + "/private.md")
    let program = try export("course", "--to", "html", "-o", "site")
    #expect(program.status == 0)
    #expect(program.output == "site/sum.html is written\nsite/index.html is written\n")
  }

  @Test("loses no page to the list of the pages, and needs a name for one")
  func contents() throws {
    try folder.write(Self.notebook, to: "course/index.md")
    let refused = try export("course", "--to", "html", "-o", "site")
    #expect(refused.status == 1 && refused.error.contains("it needs another name"))
    #expect(folder.read("site/index.html") == nil)
    for name in ["-", ""] {
      let nameless = try export("course/index.md", "--to", "html", "-o", name)
      #expect(nameless.status != 0, "\(nameless.error)")
    }
  }

  @Test("takes a name with a slash at its end for a folder, and no name of another form")
  func names() throws {
    try folder.write(Self.notebook, to: "sum.md")
    #expect(try export("sum.md", "--to", "html", "-o", "new/deep/").status == 0)
    #expect(folder.read("new/deep/sum.html")?.hasPrefix("<!DOCTYPE html>") == true)
    let refused = try export("sum.md", "--to", "html", "-o", "sum.ipynb")
    #expect(refused.status == 1 && folder.read("sum.ipynb") == nil)
    #expect(
      refused.error
        == "overfit: sum.ipynb is the name of another form: --to ipynb makes it, and --to html "
        + "a file that ends in .html\n")
  }

  @Test("publishes notebooks alone")
  func noNotebook() throws {
    try folder.write("print 1\n", to: "lines.overfit")
    for name in ["lines.overfit", "none.txt"] {
      let refused = try export(name, "--to", "html")
      #expect(refused.status == 1 && folder.read("\(name).html") == nil)
      #expect(refused.error == "overfit: \(name) is no notebook: the name of one ends in .md\n")
    }
  }

  @Test("leaves what was there whole where files may not be so large")
  func limited() throws {
    try folder.write(Self.notebook, to: "sum.md")
    try folder.write("mine", to: "sum.html")
    let call = "ulimit -f 1; exec \"$0\" export sum.md --to html --overwrite"
    let program = try Program(
      ["-c", call, Binary.path], home: folder, folder: folder.path, copy: "/bin/bash")
    #expect(program.status == 1, "\(program.error)")
    #expect(program.error.contains("sum.html"))
    #expect(folder.read("sum.html") == "mine")
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(!left.contains { $0.hasSuffix(".part") })
  }

  @Test("makes a site of a folder, to the same bytes each time")
  func site() throws {
    try folder.write(Self.notebook, to: "course/02-sum.md")
    try folder.write("# First\n\n[sum](02-sum.md)\n", to: "course/01-first.md")
    try folder.write("# Inner\n", to: "course/inner/01-a.md")
    try folder.write("title: A course\n", to: "course/course.yaml")
    let unplaced = try export("course", "--to", "html")
    #expect(unplaced.status == 1 && unplaced.error.contains("-o names the folder"))
    let program = try export("course", "--to", "html", "-o", "out/site/")
    #expect(program.status == 0 && program.error.isEmpty)
    #expect(program.output.hasSuffix("out/site/inner/index.html is written\n"))
    let first = try #require(folder.read("out/site/01-first.html"))
    #expect(first.contains("<a href=\"02-sum.html\">sum</a>"))
    let index = try #require(folder.read("out/site/index.html"))
    #expect(index.contains("<title>A course</title>") && index.contains("./inner/index.html"))
    #expect(try export("course", "--to", "html", "-o", "out/site").status == 1)
    #expect(try export("course/", "--to", "html", "-o", "again").status == 0)
    #expect(folder.read("again/01-first.html") == first)
    #expect(folder.read("again/index.html") == index)
  }

  @Test("tells no answers of a class that counts them")
  func counted() throws {
    try folder.write("tries: 2\n", to: "course/course.yaml")
    try folder.write(
      "# Q\n\n```question q\nask What?\nright a\nsays s\nchoice b\nsays t\n```\n",
      to: "course/01-q.md")
    #expect(try export("course/01-q.md", "--to", "html", "-o", "q.html").status == 0)
    let page = try #require(folder.read("q.html"))
    #expect(page.contains("What?") && !page.contains("The answer"))
  }

  @Test("what can't be read or understood is said")
  func mistakes() throws {
    try folder.write("```overfit\n2\n```\n", to: "broken.md")
    let broken = try export("broken.md", "--to", "html")
    #expect(broken.status == 1 && broken.error.contains("broken.md:2"))
    #expect(folder.read("broken.html") == nil)
    #expect(try export("none.md", "--to", "html").status == 1)
    #expect(try export("broken.md").status == 2)
    #expect(try export("broken.md", "--to", "pdf").status == 2)
  }

  @Test("save writes pages and notebooks for Jupyter from the prompt, and no cell")
  func saving() throws {
    let input = """
      data moons points=20
      plot data
      save mine.html
      save mine.ipynb
      save mine.html
      cells

      """
    let program = try Program([], input: input, home: folder, folder: folder.path)
    #expect(program.output.contains("saved 2 cells in mine.html"))
    #expect(program.output.contains("saved 2 cells in mine.ipynb"))
    #expect(program.status == 0)
    let page = try #require(folder.read("mine.html"))
    #expect(page.contains("<svg ") && page.contains("<h1 id=\"mine\">mine</h1>"))
    #expect(folder.read("mine.ipynb")?.contains("image/svg+xml") == true)
    let other = try Program(
      [], input: "print 1\nsave mine.html\n", home: folder, folder: folder.path)
    #expect(other.output.contains("mine.html is there already"))
    #expect(folder.read("mine.html") == page)
  }
}
