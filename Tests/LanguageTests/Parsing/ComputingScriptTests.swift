import Language
import Testing

@Suite("A script that only computes")
struct ComputingScriptTests {
  @Test(
    "binds, prints, checks, says, or can't be read",
    arguments: [
      "let a = 2", "print a + 1", "check a > 1", "note a is 2", "", "# nothing",
      "let a = 2\nprint a\n\ncheck a < 3  # soon", "print (", "print 1\nend", "= 3",
    ])
  func computing(_ source: String) {
    #expect(Script(parsing: source).onlyComputes)
  }

  @Test(
    "does nothing else",
    arguments: [
      "train", "data a.csv", "features x1^2", "print 1\nsave a.md", "edit 1 print 2",
      "for n in 1\n  print n\nend", "when loss() < 1 do stop", "train\nprint (", "foo",
    ])
  func others(_ source: String) {
    #expect(!Script(parsing: source).onlyComputes)
  }
}
