import Language
import Testing
import Workbench

@testable import Session

/// What is entered of a text that was pasted.
@Suite("Pasted text")
struct PastedTextTests {
  private let gathering = NotebookSession(settings: SessionSettings()).gathering

  private func inputs(_ text: String) -> [String] {
    PastedText(text, gathering: gathering).lines
  }

  @Test("ends its lines as any system does, and has blanks for tabs and no control characters")
  func cleaning() {
    #expect(PastedText.cleaned("a\r\nb\rc\nd") == "a\nb\nc\nd")
    #expect(PastedText.cleaned("\tadd dense 1\tsigmoid\n\t\tx") == "  add dense 1 sigmoid\n    x")
    #expect(PastedText.cleaned("a\u{1B}[31m\u{3}\u{0}\u{7F}\u{9B}b") == "a[31mb")
    #expect(PastedText.cleaned("größe 漢字 e\u{301}\u{202E}") == "größe 漢字 e\u{301}\u{202E}")
  }

  @Test("is entered line by line, and what nothing ends waits for the return key")
  func lines() {
    var paste = PastedText("print 1\n\n  print 2\nprint 3", gathering: gathering)
    #expect(paste.takeLine(isContinuation: false) == "print 1")
    #expect(paste.takeLine(isContinuation: false) == "print 2")
    #expect(paste.takeLine(isContinuation: false) == nil)
    #expect(paste.takeRest() == "print 3")
    #expect(paste == PastedText())

    var loop = PastedText("for n in 1\n\n  print n\nend\n", gathering: gathering)
    #expect(loop.takeLine(isContinuation: false) == "for n in 1")
    #expect(loop.takeLine(isContinuation: true) == "")
    #expect(loop.takeLine(isContinuation: true) == "  print n")
    #expect(loop.takeRest() == "")
  }

  @Test("with prompts is a transcript, of which the inputs alone are entered")
  func transcript() {
    let text = """
      Overfit 0.1 · seed 0 · help, lessons, quit
      [1] data circles points=60
      circles · 60 points · 2 features · 2 classes (30 / 30)
      [2] for n in 1, 2
        .   print n
        . end
      1
      2
      [3] print 7 +
          ^ something is missing
      [4]
      """
    #expect(
      inputs(text) == ["data circles points=60", "for n in 1, 2", "  print n", "end", "print 7 +"])
    #expect(PastedText(text, gathering: gathering).rest == "")
    #expect(PastedText("[12] print 1", gathering: gathering).rest == "print 1")
    #expect(PastedText("[12] print 1", gathering: nil).rest == "[12] print 1")
  }

  @Test("of a notebook leaves its prose, its fences and its outputs out")
  func notebook() {
    let text = """
      # A lesson

      Some prose.

      ```overfit
      > for n in 1, 2
      .   print n
      . end
      1
      2
      > print 3
      3
      ```
      """
    #expect(inputs(text) == ["for n in 1, 2", "  print n", "end", "print 3"])
  }

  @Test("takes a loop whole that came back from the history, and nothing that Ctrl-C ended")
  func recalled() {
    #expect(
      inputs("[1] for n in 1\n  print n\nend\n1\n[2] pri^C\n[2] for a in 1^C\n[2] print 2\n2\n")
        == ["for n in 1", "  print n", "end", "print 2"])
  }

  @Test("takes no cell that a verb has listed for one that was typed")
  func listings() {
    #expect(
      inputs(
        "[1] print 1\n1\n[2] print 2\n2\n[3] cells\n[1] print 1\n[2] print 2\n[3] print 3\n3\n")
        == ["print 1", "print 2", "cells", "print 3"])
    #expect(
      inputs("[3] print 1\n1\n[4] undo\ntaken back: [3] print 1\n[3] print 2\n2\n")
        == ["print 1", "undo", "print 2"])
    #expect(
      inputs("[4] delete 1\ndeleted [1] print 1\n[1] print 2\n2\n[3] print 4\n4\n")
        == ["delete 1", "print 4"])
  }

  @Test("of which some is left goes on behind a paste into what is being edited")
  func two() {
    let old = PastedText("print 1\nprint 2", gathering: gathering)
    let new = PastedText("print 3\nprint 4", gathering: gathering)
    let both = old.preceded(by: new)
    #expect(both.lines == ["print 3", "print 4", "print 1"])
    #expect(both.rest == "print 2")
    #expect(PastedText().preceded(by: new) == new)
    #expect(old.preceded(by: PastedText()) == old)
  }
}
