import Testing

@testable import Publishing

@Suite("Links of published pages")
struct LinkRuleTests {
  private let site = LinkRule(
    folder: "capstone", notebooks: ["06-dropout.md", "capstone/01-arms.md", "a b.md"],
    folders: ["", "capstone"])

  @Test(
    "lead to pages and letters, and run nothing",
    arguments: [
      "javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)",
      "java\tscript:alert(1)", "\u{1}javascript:alert(1)", "data:text/html,x", "vbscript:x",
      "file:///etc/passwd", "//elsewhere.example/x", "\\\\elsewhere\\x", "/\\elsewhere.example",
      "blob:x", "x:y", "", "https://a.example/\u{202E}",
    ])
  func refused(_ url: String) {
    #expect(LinkRule.alone.target(of: url) == nil)
    #expect(site.target(of: url) == nil)
  }

  @Test(
    "stay as they are beside that, in letters that an address may have",
    arguments: [
      ("https://a.example/b?c=d&e#f", "https://a.example/b?c=d&e#f"),
      ("mailto:a@b.example", "mailto:a@b.example"), ("HTTP://a.example", "HTTP://a.example"),
      ("#a-place", "#a-place"), ("other.html", "other.html"), ("a?b:c", "a?b:c"),
      ("é \"<>", "%C3%A9%20%22%3C%3E"), ("50%25", "50%25"),
    ])
  func allowed(_ url: String, _ expected: String) {
    #expect(LinkRule.alone.target(of: url) == expected)
  }

  @Test(
    "lead from lesson to lesson of a site",
    arguments: [
      ("01-arms.md", "01-arms.html"), ("01-arms.md#the-map", "01-arms.html#the-map"),
      ("../06-dropout.md#x", "../06-dropout.html#x"),
      ("./../06-dropout.md", "./../06-dropout.html"),
      ("../a b.md", "../a%20b.html"), ("..", "../index.html"),
      ("../capstone/", "../capstone/index.html"),
    ])
  func inSite(_ url: String, _ expected: String) {
    #expect(site.target(of: url) == expected)
  }

  @Test(
    "lead to no notebook that is not published with the page",
    arguments: ["02-none.md", "../../06-dropout.md#x", "/06-dropout.md", "gallery.md"])
  func unpublished(_ url: String) {
    #expect(site.target(of: url) == nil)
    #expect(LinkRule.alone.target(of: url) == nil)
  }
}
