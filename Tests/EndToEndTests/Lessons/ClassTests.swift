import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A folder of lessons with an order, and what students hand in.
@Suite("A class", .waiting, .serialized, .timeLimit(.minutes(15)))
struct ClassTests {
  private let home = TemporaryFolder()

  private static func lesson(_ title: String) -> String {
    """
    ---
    title: \(title)
    minutes: 3
    ---
    # \(title)

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

    ```overfit
    > print a
    50
    ```

    """
  }

  private func makeClass(_ settings: String) throws {
    for name in ["one", "two", "three"] {
      try home.write(Self.lesson(name.capitalized), to: "autumn/\(name).md")
    }
    try home.write(settings, to: "autumn/course.yaml")
  }

  private func run(_ words: [String], _ input: String = "") throws -> Program {
    try Program(words, input: input, home: home, folder: home.path)
  }

  @Test("is walked in its order, and nobody skips an exercise or goes past it")
  func order() throws {
    try makeClass("title: Autumn\norder: two, one\nskips: no\n")
    let walk = try run(
      ["learn", "./autumn"],
      "\nskip\ngoto Last\nlet a = 12\n\n\n\n\nlet a = 3\nlet a = 30\n\n\nlessons\nquit\n")
    #expect(
      walk.output.hasPrefix(
        """
        Autumn
           lesson  title  time   you are
        -  ------  -----  -----  ---------
        1  two     Two    3 min  not begun
        2  one     One    3 min  not begun

        lesson 1 of 2 begins: Two. lessons lists them, lesson N goes to one.
        """))
    let refusal =
      "Nobody skips an exercise in this class: hint helps, and solution shows a way\n"
      + "that you can type.\n"
    #expect(walk.output.contains("> skip\n\(refusal)> goto Last\n\(refusal)> let a = 12\n"))
    #expect(walk.output.contains("Not tried yet: hint helps, solution shows one way.\n"))
    #expect(walk.output.contains("The return key goes on to lesson 2 of 2: One.\n"))
    #expect(
      walk.output.hasSuffix(
        """
        All 2 are done.
        handin FILE.txt writes what is handed in.
        > lessons
        Autumn
           lesson  title  time   you are
        -  ------  -----  -----  -------
        1  two     Two    3 min  done
        2  one     One    3 min  done
        > quit

        """))
    // Nor by the lesson's own path.
    #expect(
      try run(["learn", "autumn/one.md"], "\nskip\n").output.contains("> skip\n\(refusal)"))
  }

  @Test("what is handed in is proved, and a forged file is not believed")
  func handingIn() throws {
    try makeClass("order: two, one\n")
    let walk = try run(
      ["learn", "./autumn"],
      "\nlet a = 12\n\n\n\n\nskip\n\nhandin anna.txt\nhandin autumn/one.md\nhandin\nquit\n")
    #expect(walk.output.contains("> handin anna.txt\nanna.txt is written: 2 lessons, with your"))
    #expect(walk.output.contains("autumn/one.md is there already, and is nothing handed in"))
    #expect(home.read("autumn/one.md") == Self.lesson("One"))
    let check = try run(["check", "--progress", "anna.txt", "autumn", "--junit", "out.xml"])
    #expect(
      check.output == """
        two: large: passed with 1 own cell
        one: large: skipped
        anna.txt: 1 of 2 passed

        """)
    #expect(check.status == 1)
    let document = try XMLDocument(xmlString: try #require(home.read("out.xml")))
    #expect(
      try document.nodes(forXPath: "//testsuite[@name='one']//failure/@message").first?.stringValue
        == "skipped")
    #expect(try document.nodes(forXPath: "//testcase").count == 2)

    let text = try #require(home.read("anna.txt"))
    try home.write(text.replacingOccurrences(of: "a = 12", with: "a = 1"), to: "forged.txt")
    #expect(
      try run(["check", "--progress", "forged.txt", "autumn"]).output.hasPrefix(
        "two: large: claimed, and its checks do not hold after the student's cells\n"))
    let whole = try run(
      ["learn", "./autumn"], "\nlet a = 12\n\n\n\n\nlet a = 13\n\n\nhandin anna.txt\n")
    #expect(whole.output.contains("anna.txt is written"))
    #expect(try run(["check", "--progress", "anna.txt", "autumn"]).status == 0)
    // One lesson by itself, in a folder that says nothing.
    try home.write(Self.lesson("Four"), to: "plain/four.md")
    _ = try run(["learn", "plain/four.md"], "\nlet a = 12\n\n\nhandin four.txt\n")
    #expect(
      try run(["check", "--progress", "four.txt", "plain"]).output
        == "four: large: passed with 1 own cell\nfour.txt: 1 of 1 passed\n")
  }

  @Test("in a pipe, too, a lesson that is gone back to goes on with what was done there")
  func goingBack() throws {
    try makeClass("order: two, one\n")
    let walk = try run(
      ["learn", "./autumn"],
      "\nlet a = 12\n\nlesson 2\n\nlesson 1\n\nhandin half.txt\n\nlesson 2\nrestart\n"
        + "lesson 1\nprint a\n\nsave own.md\nhandin anna.txt\n")
    #expect(walk.output.contains("Two: you were at cell 3 of 3 · Last.\n"))
    #expect(walk.output.contains("One: you were at cell 2 of 3 · One.\n"))
    #expect(walk.output.contains("Two: you were at the end.\n"))
    #expect(home.read("half.txt")?.contains("\nlesson two\n") == true)
    #expect(home.read("own.md")?.contains("> let a = 12\n") == true)
    #expect(
      try run(["check", "--progress", "anna.txt", "autumn"]).output == """
        two: large: passed with 1 own cell
        one: large: not reached
        anna.txt: 1 of 2 passed

        """)
  }

  @Test("a call that can't be carried out says why")
  func refused() throws {
    try makeClass("skips: perhaps\n")
    let broken = try run(["learn", "./autumn"])
    #expect(
      broken.error
        == "overfit: ./autumn/course.yaml:1: \"skips\" must be yes or no, not \"perhaps\"\n")
    #expect(broken.status == 1)
    try makeClass("title: A\n")
    #expect(
      try run(["check", "--progress", "autumn/one.md", "autumn"]).error
        == "overfit: autumn/one.md:1: this is no progress that was handed in\n")
    #expect(try run(["check", "--progress", "a", "b", "c"]).status == 2)
    #expect(try run(["check"]).status == 2)
    try home.write("# A\n", to: "empty/a.md")
    #expect(
      try run(["learn", "./empty"]).error == "overfit: ./empty: there is no lesson in this folder\n"
    )
    let lines = "learn ./empty\nlearn autumn seed=3\n"
    #expect(try run([], lines).output.contains("there is no lesson in the folder ./empty"))
    #expect(
      try run([], "learn autumn seed=3\n").output
        .contains("seed is for a folder that draws its lessons"))
    #expect(try run(["learn", "autumn", "seed=x"]).status == 2)
  }

  @Test("lessons are drawn by a seed, and a student's draw is kept")
  func draw() throws {
    try makeClass("title: Broken\ndraw: 2\n")
    #expect(
      try run(["learn", "autumn", "seed=7"]).output
        == run(["learn", "autumn", "--seed", "7"]).output)
    let far = try run(["learn", "autumn"], "lesson \(Int.min)\nlesson 2\n")
    #expect(far.output.contains("lesson needs a number from 1 to 2, or a name:\nBroken"))
    #expect(far.output.contains("\nlesson 2 of 2 begins: "))
    let firsts = try Set((0..<6).map { try run(["learn", "autumn", "seed=\($0)"]).output })
    #expect(firsts.count > 1)
    func begin(_ line: String) throws -> [String] {
      let terminal = PseudoTerminal(
        ["-c", "cd \"$HOME\" && exec \"$0\" \"$@\"", Binary.path], program: "/bin/sh", home: home,
        environment: ["NO_COLOR": "1"])
      try terminal.wait(forLine: "[1]")
      terminal.send(line + "\r")
      try terminal.wait(forLine: "[1] let a = 2")
      let lines = terminal.screen.lines.filter { $0.hasPrefix("Broken") || $0.hasPrefix("1  ") }
      terminal.send("\u{4}")
      try terminal.wait(for: "Back in your own notebook of 0 cells.")
      return Array(lines.prefix(2))
    }
    _ = try run(["learn", "autumn", "seed=7"], "\nlet a = 12\n\n\n\n\nhandin anna.txt\nquit\n")
    let check = try run(["check", "--progress", "anna.txt", "autumn", "--junit", "out.xml"])
    #expect(check.output.hasSuffix("anna.txt: 1 of 2 passed, drawn by seed 7\n"))
    #expect(home.read("out.xml")?.contains("--progress anna.txt, drawn by seed 7\">") == true)
    let drawn = try begin("learn autumn seed=7")
    #expect(drawn.first == "Broken · 2 of 3, drawn by seed 7")
    #expect(try begin("learn autumn") == drawn)
  }

  @Test("other draws leave a trace, and begin with their first lesson")
  func draws() throws {
    for name in ["a", "b", "c", "d"] {
      try home.write(Self.lesson(name.uppercased()), to: "lessons/clinic/\(name).md")
    }
    try home.write("title: The clinic\ndraw: 3\ntries: 2\n", to: "lessons/clinic/course.yaml")
    let first = try run(["learn", "clinic", "seed=1"], "lesson 3\nwhere\n\nwhere\nquit\n")
    #expect(first.output.contains("> where\nlesson 3 of 3 · "))
    #expect(
      try run(["learn", "clinic"], "where\n").output.contains("> where\nlesson 3 of 3 · "))
    for seed in [2, 3, 2, 5] {
      let other = try run(["learn", "clinic", "seed=\(seed)"], "\nquit\n")
      #expect(other.output.contains("\nlesson 1 of 3"), "\(seed)")
      #expect(!other.output.contains("\nlesson 3 of 3"), "\(seed)")
    }
    _ = try run(["learn", "clinic", "seed=1"], "\nhandin h.txt\nreport r.md\n")
    let trace = "drawn by seed 1, and before that by 3, 2 and 5"
    #expect(
      home.read("h.txt")?.hasPrefix("Overfit progress 1\nseed 1\nbefore 3\nbefore 2\n") == true)
    #expect(home.read("r.md")?.contains("\n\nThe lessons were \(trace).\n\n") == true)
    let check = try run(["check", "--progress", "h.txt", "clinic", "--junit", "out.xml"])
    #expect(check.output.hasSuffix("h.txt: 0 of 3 passed, \(trace)\n"))
    #expect(home.read("out.xml")?.contains("h.txt, \(trace)\">") == true)
    // Where nobody says of which lessons it is, the line is named that does.
    let told =
      "overfit: h.txt is of lessons that are not those in \"lessons\": name their folder: "
      + "overfit check --progress h.txt "
    #expect(try run(["check", "--progress", "h.txt"]).error == "\(told)clinic\n")
    try home.write(
      home.read("h.txt")?.replacing("\nlesson ", with: "\nlesson x") ?? "", to: "h.txt")
    let unknown = try run(["check", "--progress", "h.txt"])
    #expect(unknown.error == "\(told)FOLDER\n" && unknown.status == 1)
  }

  @Test("where answers are counted, the first draw in which something was lost counts")
  func lostDraw() throws {
    let text = Self.lesson("One").replacing(
      "```exercise",
      with: "```question q\nask How much is a?\nanswer a + 5\n```\n\n```exercise")
    for name in ["a", "b", "c", "d"] { try home.write(text, to: "lessons/clinic/\(name).md") }
    let settings = "title: The clinic\ndraw: 1\n"
    try home.write(settings + "tries: 2\n", to: "lessons/clinic/course.yaml")
    /// The seeds that draw each lesson.
    var seeds: [String: Int] = [:]
    for seed in 0..<20 {
      let list = try run(["learn", "clinic", "seed=\(seed)"], "quit\n").output
      let name = try #require(list.split(separator: "\n").first { $0.hasPrefix("1  ") })
      seeds[String(name.split(separator: " ")[1])] = seed
    }
    let draws = seeds.sorted { $0.key < $1.key }.map(\.value)
    #expect(draws.count == 4)
    let solving = "\n\n7\nlet a = 12\n\n\nhandin h.txt\nreport r.md\nquit\n"
    func check() throws -> Program { try run(["check", "--progress", "h.txt", "clinic"]) }
    // Looking at draws costs nothing, as long as nothing is lost.
    let looked = try run(["learn", "clinic", "seed=\(draws[0])"], solving)
    #expect(!looked.output.contains("so that one counts"))
    #expect(try check().output.contains("2 of 2 passed, drawn by seed \(draws[0]), and"))
    #expect(try check().status == 0)
    // Two wrong answers in the next, and all right in the one after it.
    _ = try run(["learn", "clinic", "seed=\(draws[1])"], "\n\n1\n2\nquit\n")
    let told =
      "Something is lost in your draw by seed \(draws[1]), so that one counts, and this one\n"
    for seed in [draws[2], draws[3], draws[0]] {
      let own = solving.replacing("r.md", with: "r\(seed).md")
      let other = try run(["learn", "clinic", "seed=\(seed)"], own)
      // When it is opened, and when it is handed in.
      #expect(other.output.components(separatedBy: told).count == 3, "\(seed)")
      let report = try #require(home.read("r\(seed).md"))
      #expect(report.contains("\nNot counted (course.yaml: the draw by seed \(draws[1]) counts"))
      #expect(other.output.contains("learn clinic seed=\(draws[1]) goes"), "\(seed)")
      let check = try check()
      #expect(check.output.contains("2 of 2 passed") && check.output.hasSuffix(": not counted\n"))
      #expect(
        check.output.hasPrefix(
          "course.yaml: the draw by seed \(draws[1]) counts, in which 1 step was lost before this "
            + "one was opened\n"))
      #expect(check.status == 1)
    }
    // Where it counts, it is walked on, and counts for what it is worth.
    let back = try run(["learn", "clinic", "seed=\(draws[1])"], solving)
    #expect(!back.output.contains("so that one counts"))
    #expect(try check().output.contains("1 of 2 passed, drawn by seed \(draws[1])"))
    #expect(try !check().output.contains("not counted"))
    // A seed that the folder names is the only one.
    try home.write(settings + "tries: 2\nseed: \(draws[2])\n", to: "lessons/clinic/course.yaml")
    let named = try run(["learn", "clinic", "seed=\(draws[0])"], solving)
    #expect(named.output.contains("This class draws by seed \(draws[2]), so that one counts"))
    #expect(try check().output.hasSuffix(": not counted\n"))
    _ = try run(["learn", "clinic", "seed=\(draws[2])"], solving)
    #expect(try check().status == 0)
  }

  @Test("what is repaired is counted by its exercises, and the questions by themselves")
  func repaired() throws {
    let text = Self.lesson("One").replacing(
      "```exercise", with: "```question q\nask How much is a?\nanswer a + 5\n```\n\n```exercise")
    for name in ["a", "b", "c"] { try home.write(text, to: "lessons/clinic/\(name).md") }
    try home.write("title: The clinic\ndraw: 2\ntries: 2\n", to: "lessons/clinic/course.yaml")
    let walk = try run(
      ["learn", "clinic"],
      "\n1\n2\n\nlet a = 12\nlet a = 1\nlessons\n\n\n\n\n7\nlet a = 30\nlessons\n\n\n\nhandin h.txt\n"
    )
    #expect(walk.output.contains("repaired; under way\n"))
    #expect(walk.output.contains("Taken as you solved it.\n"))
    #expect(walk.output.contains("repaired; q open\n"))
    #expect(
      walk.output.contains(
        "\n2 of 2 are repaired, and 1 of 2 questions are answered; still open: One\n"))
    #expect(try run(["check", "--progress", "h.txt", "clinic"]).output.contains("3 of 4 passed"))
  }

  @Test("at a terminal it goes on in the lesson that is not done, and all of it is handed in")
  func comingBack() throws {
    try makeClass("title: Autumn\norder: two, one\n")
    func terminal() -> PseudoTerminal {
      PseudoTerminal(
        ["-c", "cd \"$HOME\" && exec \"$0\" learn ./autumn", Binary.path], program: "/bin/sh",
        home: home, environment: ["NO_COLOR": "1"])
    }
    var walk = terminal()
    try walk.wait(forLine: "[1] let a = 2")
    walk.send("\r")
    try walk.wait(for: "skip takes it and goes on.\n[2]")
    walk.send("let a = 12\r")
    try walk.wait(for: "Solved: the return key goes on.\n[3]")
    walk.send("\r")
    try walk.wait(forLine: "[3] print a")
    walk.send("\r")
    try walk.wait(for: "The return key goes on to lesson 2 of 2: One.\n[4]")
    walk.send("note It had to be large.\r")
    try walk.wait(forLine: "[5]")
    walk.send("\u{4}")
    #expect(try walk.waitForExit() == .status(0))

    walk = terminal()
    try walk.wait(forLine: "[1] let a = 2")
    #expect(walk.screen.description.contains("\n1  two     Two    3 min  done\n"))
    #expect(walk.screen.description.contains("lesson 2 of 2 begins: One."))
    walk.send("\r")
    try walk.wait(for: "skip takes it and goes on.\n[2]")
    walk.send("handin anna.txt\r")
    try walk.wait(for: "anna.txt is written: 2 lessons, with your answers and cells.")
    // The cells of a lesson that is done are there again for a report.
    walk.send("lesson 1\r")
    try walk.wait(for: "Two: you were at the end.\n")
    try walk.wait(forLine: "[1]")
    walk.send("\r")
    try walk.wait(forLine: "[5]")
    walk.send("save report.md\r")
    try walk.wait(for: "report.md")
    try walk.wait(forLine: "[5]")
    let report = home.read("report.md") ?? ""
    #expect(report.contains("> let a = 12\n") && report.contains("It had to be large."))
    walk.send("\u{4}")
    #expect(
      try run(["check", "--progress", "anna.txt", "autumn"]).output == """
        two: large: passed with 1 own cell
        one: large: not reached
        anna.txt: 1 of 2 passed

        """)
  }

  @Test("a folder beside the lessons is listed at their end, and its end tells what is repaired")
  func capstone() throws {
    try home.write(Self.lesson("One"), to: "lessons/01-one.md")
    for name in ["a", "b", "c"] {
      try home.write(Self.lesson(name), to: "lessons/clinic/\(name).md")
    }
    try home.write("title: The clinic\ndraw: 2\n", to: "lessons/clinic/course.yaml")
    let list = try run(["learn"]).output.split(separator: "\n")
    #expect(
      list.contains {
        $0.hasPrefix("clinic ") && $0.contains("The clinic ") && $0.hasSuffix("2 of 3 lessons")
      })
    let walk = try run(["learn", "clinic"], "\nlet a = 12\n\n\n\n\nskip\n\n")
    #expect(walk.output.contains("\n1 of 2 are repaired; still open: "))
    #expect(
      walk.output.contains(
        " (large skipped).\nWrite a report: report FILE.md writes what you answered and tried"))
    for width in [40, 60, 80] {
      let narrow = try run(
        ["learn", "clinic", "--width", "\(width)"], "\nlet a = 12\n\n\n\n\nskip\n\n")
      let end = try #require(narrow.output.components(separatedBy: "are repaired;").last)
      let rows = end.split(separator: "\n").dropFirst()
      #expect(rows.count > 2 && rows.allSatisfy { $0.count <= width })
    }
  }

  @Test("a report tells of all lessons: what was tried, what solved them, and the notes")
  func report() throws {
    for name in ["a", "b", "c"] {
      try home.write(Self.lesson(name), to: "lessons/clinic/\(name).md")
    }
    try home.write("title: The clinic\ndraw: 2\nseed: 3\n", to: "lessons/clinic/course.yaml")
    let walk = try run(
      ["learn", "clinic"],
      "note Early.\n\nlet a = 4\nlet a = 12\n\n\nnote It had to be large.\nreport r.md\nreport r.md\nreport\n\n"
        + "\nlet a = 5\nreport s.md\n")
    #expect(
      walk.output.contains("r.md is written: what you answered, what you tried, and your notes.\n"))
    #expect(walk.output.contains("r.md is there already: another name\n"))
    #expect(walk.output.contains("report needs the name of a file: report report.md\n"))
    let first = home.read("r.md") ?? ""
    #expect(first.hasPrefix("# Report: The clinic\n\nThe lessons were drawn by seed 3.\n\n## "))
    #expect(first.contains("\n\nEarly.\n\n### large"))
    #expect(
      first.contains(
        "### large\n\nWhat came of it:\n\n```text\nlet a = 4 · the check fails; 4 is not > 10 · off by 6\n"
          + "let a = 12 · solved\n```\n\nSolved by:\n\n```text\nlet a = 4\nlet a = 12\n```\n\nAt the end:\n\n"
          + "It had to be large.\n\n## "))
    #expect(first.hasSuffix("\n\nNot begun.\n"))
    #expect(home.read("s.md")?.hasSuffix("Tried so far:\n\n```text\nlet a = 5\n```\n") == true)
  }

  @Test("where answers are counted, leaving, a pipe and a new start wash nothing")
  func counted() throws {
    let text =
      Self.lesson("One").replacing(
        "```exercise", with: "```question q\nask How much is a?\nanswer a + 5\n```\n\n```exercise")
    try home.write(text, to: "lessons/clinic/one.md")
    try home.write(Self.lesson("Two"), to: "lessons/clinic/two.md")
    try home.write("title: The clinic\ntries: 2\n", to: "lessons/clinic/course.yaml")
    let first = try run(["learn", "clinic"], "\ngoto Last\n6\n6\nlesson 2\nlesson 1\n\n7.5\n7.5\n")
    #expect(first.output.contains("A question or an exercise lies on the way"))
    #expect(first.output.components(separatedBy: "One answer is left.").count > 1)
    #expect(first.output.contains("\nThe answer: 7\nIt takes no more answers;"))
    let second = try run(
      ["learn", "./lessons/clinic"],
      "\n7\nback\n\n7\n\nsolution\nlet a = 12\n\n\nlessons\nhandin h.txt\nreport r.md\nlesson 2\n")
    #expect(second.output.contains("One: you were at cell 2 of 4"))
    #expect(second.output.contains("q, large open\n"))
    #expect(home.read("r.md")?.contains("Not right:\n\n```text\n6\n7.5\n```") == true)
    let check = try run(["check", "--progress", "h.txt", "clinic"])
    #expect(check.output.contains("one: q: not answered: the answer was shown\n"))
    #expect(check.output.contains("one: large: not passed: the solution was shown\n"))
    // It goes on in the lesson that was left.
    #expect(try run(["learn", "clinic"], "quit\n").output.contains("lesson 2 of 2 begins: Two."))
    let told = try run(["check", "--answers", "lessons/clinic/one.md"])
    #expect(told.output.contains("answers are counted in its folder"))
    #expect(!told.output.contains("comes to"))
  }
}
