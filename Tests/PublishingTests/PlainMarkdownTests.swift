import Notebooks
import Testing

@testable import Publishing

@Suite("Markdown for Jupyter")
struct PlainMarkdownTests {
  @Test(
    "has tags as letters, pictures as links, and no comment; code stays as it is",
    arguments: [
      ("plain *text* and `<b>`", "plain *text* and `<b>`"),
      ("a <b>bold</b> b", "a &lt;b>bold&lt;/b> b"),
      ("`<b>` <b> `<b>`", "`<b>` &lt;b> `<b>`"),
      ("1 < 2 and <https://a.example>", "1 < 2 and <https://a.example>"),
      ("![alt](http://tracker.example/x.png)", "[alt](http://tracker.example/x.png)"),
      ("<!-- a note -->\n\ntext", "\n\ntext"),
      (
        "```\n<script>\n```\n\n<script>x</script>", "```\n<script>\n```\n\n&lt;script>x&lt;/script>"
      ),
      ("a\u{202E}b", "a?b"),
    ])
  func examples(_ markdown: String, _ expected: String) {
    #expect(PlainMarkdown(markdown).text == expected)
  }

  @Test(
    "has no HTML left, wherever it stands",
    arguments: [
      "> <div\n> onclick=x>\n> a", "- <img src=x\n  onerror=y>", "<details>\n<summary>s</summary>",
      "a `b\nc <i>` <i>", "| a |\n| - |\n| <b>x</b> |", "<svg/onload=x>", "1. ![a\n   b](c)",
      "> ![a\n> b][c]\n\n[c]: http://x.example", "<!-- a\n\n<b> -->", "<a\nhref='x'>y</a>",
      "![<b>](x)", "<?php x ?>", "<![CDATA[ x ]]>", "<!DOCTYPE html>", "\\<b> <b>",
    ])
  func nothingLeft(_ markdown: String) throws {
    let prose = try #require(Prose(markdown: PlainMarkdown(markdown).text, line: 1))
    #expect(prose.nodes.allSatisfy(Self.isPlain), "\(PlainMarkdown(markdown).text)")
  }

  private static func isPlain(_ node: MarkdownNode) -> Bool {
    switch node.kind {
    case .html, .htmlBlock, .image: false
    default: node.children.allSatisfy(isPlain)
    }
  }

  @Test("leaves every lesson's prose as it is", arguments: Lessons.paths)
  func lessons(_ path: String) throws {
    for case .prose(let prose) in try Lessons.notebook(path).blocks
    where !prose.source.contains("<!--") {
      #expect(PlainMarkdown(prose.source).text == prose.source)
    }
  }
}
