import Testing

@testable import Language

@Suite("Spelling")
struct SpellingTests {
  let verbs = ["train", "data", "add", "print", "plot", "split", "scale", "step", "take", "undo"]

  @Test(
    "finds what was meant",
    arguments: [
      ("trane", ["train"]), ("tarin", ["train"]), ("trai", ["train"]), ("Train", ["train"]),
      ("TRAIN", ["train"]), ("dat", ["data"]), ("plt", ["plot"]), ("splot", ["plot", "split"]),
      ("stake", ["take"]), ("takxy", ["take"]), ("tkaxe", []), ("xyzzy", []), ("", []), ("t", []),
      ("ad", ["add"]), ("train", []),
      ("trainnnn", []), ("evaluate", []), ("plott", ["plot"]), ("sstep", ["step"]),
      ("spilt", ["split"]), ("T", []),
    ])
  func nearest(_ word: String, _ expected: [String]) {
    #expect(Spelling.nearest(word, among: verbs) == expected)
  }

  @Test("lists ties in the order of the candidates, each once")
  func ties() {
    #expect(Spelling.nearest("l3", among: ["l1", "l2", "l1", "x"]) == ["l1", "l2"])
    #expect(Spelling.nearest("RELU", among: ["elu", "relu", "Relu"]) == ["relu", "Relu"])
    #expect(Spelling.nearest("rellu", among: ["relu", "selu", "elu"]) == ["relu"])
  }

  @Test("never lists the word itself")
  func itself() {
    for verb in verbs { #expect(!Spelling.nearest(verb, among: verbs).contains(verb)) }
  }

  @Test(
    "counts missing, added, changed and swapped letters",
    arguments: [
      ("kitten", "sitting", 3), ("", "abc", 3), ("ab", "ba", 1), ("ca", "abc", 3),
      ("abcdef", "abcdef", 0), ("größe", "grosse", 3), ("flaw", "lawn", 2),
    ])
  func distance(_ a: String, _ b: String, _ expected: Int) {
    let (left, right) = (Array(a.unicodeScalars), Array(b.unicodeScalars))
    #expect(Spelling.distance(left, right, limit: 9) == expected)
    #expect(Spelling.distance(right, left, limit: 9) == expected)
    #expect(Spelling.distance(left, right, limit: expected) == expected)
    #expect(expected == 0 || Spelling.distance(left, right, limit: expected - 1) == nil)
  }

  @Test("gives up on a long word at once")
  func long() {
    let word = String(repeating: "a", count: 1_000_000)
    #expect(Spelling.nearest(word, among: verbs) == [])
  }
}
