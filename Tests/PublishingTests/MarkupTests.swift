import Testing

@testable import Publishing

@Suite("Texts as HTML has them")
struct MarkupTests {
  @Test("no text is a tag, an attribute or an entity")
  func escaped() {
    #expect(
      Markup.escaped("<script>\"'&amp;</script>]]>")
        == "&lt;script&gt;&quot;&#39;&amp;amp;&lt;/script&gt;]]&gt;")
  }

  @Test("what turns or hides text is left out of prose, and marked in lines")
  func turned() {
    #expect(Markup.escaped("a\u{202E}b\u{200B}c\u{0}d") == "abcd")
    #expect(Markup.verbatim(["  a\u{202E}b", "<"]) == "  a?b\n&lt;")
  }
}
