import Foundation
import Testing

/// What a student hands in, and what a teacher's check leaves alone.
@Suite("Handing in", .waiting, .serialized, .timeLimit(.minutes(15)))
struct HandingInTests {
  private let home = TemporaryFolder()

  private static let question = """
    # Q

    ```question q
    ask Which?
    choice a
    says No.
    right b
    says Yes.
    ```

    """

  private static let exercise = """
    # E

    ```overfit
    > let a = 2
    ```

    ```exercise large
    check a > 10
    hint Choose a number.
    solution
    > let a = 50
    ```

    ## Last

    The end.

    """

  private func run(_ words: [String], _ input: String = "") throws -> Program {
    try Program(words, input: input, home: home, folder: home.path)
  }

  @Test("an answer that ends a lesson counts, in every lesson")
  func lastAnswers() throws {
    for name in ["01-q1", "02-q2", "03-q3"] { try home.write(Self.question, to: "c/\(name).md") }
    try home.write("title: C\n", to: "c/course.yaml")
    _ = try run(["learn", "./c"], "b\n\nb\n\nb\nhandin anna.txt\n")
    let check = try run(["check", "--progress", "anna.txt", "c"])
    #expect(
      check.output == """
        01-q1: q: right, as they say at try 1
        02-q2: q: right, as they say at try 1
        03-q3: q: right, as they say at try 1
        anna.txt: 3 of 3 passed

        """)
  }

  @Test("an exercise that is solved counts before the return key has gone on")
  func solved() throws {
    try home.write(Self.exercise, to: "c/01-e.md")
    try home.write("title: C\n", to: "c/course.yaml")
    let passed = "01-e: large: passed with 1 own cell\n"
    for path in ["./c", "c/01-e.md"] {
      let walk = try run(["learn", path], "\nlet a = 12\nhandin a.txt\n\nhandin b.txt\n")
      #expect(walk.output.contains("a.txt is written: 1 lesson, with your answers and cells."))
      #expect(try run(["check", "--progress", "a.txt", "c"]).output.hasPrefix(passed))
      // The walk itself was where it is, and goes on by the return key.
      #expect(walk.output.components(separatedBy: "The end.").count == 2)
      #expect(try run(["check", "--progress", "b.txt", "c"]).output.hasPrefix(passed))
      _ = try run(["learn", path], "\nlet a = 3\nhandin a.txt\n")
      #expect(
        try run(["check", "--progress", "a.txt", "c"]).output.hasPrefix("01-e: large: not reached"))
    }
  }

  @Test("a report of a check is written over nothing but an older one")
  func report() throws {
    try home.write(Self.exercise, to: "c/01-e.md")
    try home.write("title: C\n", to: "c/course.yaml")
    _ = try run(["learn", "./c"], "\nlet a = 12\n\nhandin anna.txt\n")
    let handed = try #require(home.read("anna.txt"))
    try home.write("<testsuites name=\"of others\">\n", to: "others.xml")
    for path in ["anna.txt", "c/course.yaml", "c/01-e.md", "others.xml"] {
      let before = home.read(path)
      for words in [["--progress", "anna.txt", "c"], ["c"]] {
        let check = try run(["check", "--junit", path] + words)
        #expect(
          check.error == "overfit: \(path) is there already, and is no report that overfit check "
            + "wrote: it stays as it is; --junit takes another name\n")
        #expect(check.status == 1)
        #expect(check.output.isEmpty)
      }
      #expect(home.read(path) == before)
    }
    #expect(home.read("anna.txt") == handed)
    try home.write("", to: "out.xml")
    for words in [["c"], ["--progress", "anna.txt", "c"], ["c"]] {
      #expect(try run(["check", "--junit", "out.xml"] + words).error.isEmpty)
      #expect(home.read("out.xml")?.contains("<testsuites name=\"overfit check") == true)
    }
  }

  @Test("the page of a course is written over nothing that is none, and through no link")
  func page() throws {
    try home.write("---\ntitle: E\nminutes: 1\nshows: A1\n---\n" + Self.exercise, to: "c/01-e.md")
    try home.write("# Rows\n\n| row | what |\n| --- | --- |\n| A1 | See |\n", to: "c/checklist.md")
    try home.write("# Mine\n", to: "c/README.md")
    func refusal(_ path: String) -> String {
      "overfit: \(path) is there already, and is no page that overfit check --update wrote, or a "
        + "link: it stays as it is; under another name it leaves room for the page\n"
    }
    let refused = try run(["check", "--update", "c"])
    #expect(refused.error == refusal("c/README.md"))
    #expect(refused.status == 1)
    #expect(home.read("c/README.md") == "# Mine\n")
    let link = home.path + "/c/README.md"
    for target in ["/outside.md", "/nowhere.md"] {
      try FileManager.default.removeItem(atPath: link)
      try FileManager.default.createSymbolicLink(
        atPath: link, withDestinationPath: home.path + target)
      try home.write("# Outside\n", to: "outside.md")
      #expect(try run(["check", "--update", "c"]).error == refusal("c/README.md"))
      #expect(home.read("outside.md") == "# Outside\n")
      #expect(home.read("nowhere.md") == nil)
    }
    try FileManager.default.removeItem(atPath: link)
    #expect(try run(["check", "--update", "c"]).output.hasPrefix("c/README.md is written\n"))
    let page = try #require(home.read("c/README.md"))
    try home.write(page + "\nmore\n", to: "c/README.md")
    #expect(try run(["check", "--update", "c"]).output.hasPrefix("c/README.md is written\n"))
  }

  @Test("a file that lies beside the lesson is told of where its path begins above")
  func besideTheLesson() throws {
    let csv = (1...40).map { "\($0),\($0 % 7),\($0 % 2)\n" }.joined()
    try home.write("a,b,label\n" + csv, to: "autumn/points.csv")
    let lesson = "# A\n\n```overfit\n> data csv points.csv\n```\n"
    try home.write(lesson, to: "autumn/01-a.md")
    let told =
      "autumn/01-a.md:4: points.csv lies beside the lesson, and a path begins where Overfit is "
      + "started: write autumn/points.csv, and start it above autumn\n"
    #expect(try run(["check", "autumn/01-a.md"]).output.contains(told))
    try home.write(
      lesson.replacingOccurrences(of: "points", with: "autumn/points"), to: "autumn/01-a.md")
    #expect(try !run(["check", "autumn/01-a.md"]).output.contains("beside the lesson"))
    _ = try run(["replay", "--update", "autumn/01-a.md"])
    #expect(try run(["replay", "autumn/01-a.md"]).status == 0)
    #expect(try run(["learn", "./autumn"], "\n").output.contains("40 rows"))
  }

  @Test("where nobody skips, nothing offers it, and lines break between words")
  func noSkips() throws {
    try home.write(Self.exercise, to: "c/01-e.md")
    try home.write("skips: no\n", to: "c/course.yaml")
    let walk = try run(["learn", "./c"], "\nhint\nhint\n\nskip\nhelp\n")
    #expect(walk.output.contains("\nThere are no more hints; solution shows one way.\n"))
    #expect(!walk.output.contains("skip takes it"))
    #expect(walk.output.contains("skip          goes on; nobody skips an exercise in this class\n"))
    #expect(
      walk.output.contains(
        "Nobody skips an exercise in this class: hint helps, and solution shows a way\n"
          + "that you can type.\n"))
    for width in [40, 60, 79, 80, 100] {
      let narrow = try run(
        ["learn", "./c", "--width", "\(width)"], "\nskip\ngoto Last\nlesson 1\nlet a = 12\n\n")
      let said = narrow.output.split(separator: "\n").filter {
        $0.contains("Nobody") || $0.contains("begins:") || $0.contains("return key")
      }
      #expect(said.count >= 3)
      #expect(said.allSatisfy { $0.count <= width }, "\(width)")
    }
  }
}
