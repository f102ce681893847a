import Foundation
import Testing

@testable import overfit

/// What shells complete of a call, and the manual page.
@Suite("Shells", .waiting, .serialized, .timeLimit(.minutes(15)))
struct ShellTests {
  private let home = TemporaryFolder()

  private static func isInstalled(_ program: String) -> Bool {
    ["/bin/", "/usr/bin/"].contains {
      FileManager.default.isExecutableFile(atPath: $0 + program)
    }
  }

  /// The output and the errors of a shell that runs a script, with the program in its path.
  private func run(_ shell: [String], _ script: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = shell + [script]
    let folder = Binary.path.dropLast("/overfit".count)
    process.environment = Binary.environment(home: home.path, ["PATH": "\(folder):/usr/bin:/bin"])
    process.currentDirectoryURL = URL(fileURLWithPath: home.path)
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return text
  }

  /// What bash completes behind some words, the last of which is being typed.
  private func bash(_ words: [String]) throws -> [String] {
    let quoted = words.map { "'\($0)'" }.joined(separator: " ")
    let text = try run(
      ["bash", "--norc", "-c"],
      """
      source <(overfit --completions bash)
      COMP_WORDS=(\(quoted)); COMP_CWORD=\(words.count - 1)
      COMP_LINE="${COMP_WORDS[*]}"; COMP_POINT=${#COMP_LINE}; COMP_TYPE=9; COMP_KEY=9
      _overfit overfit "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
      printf '%s\\n' "${COMPREPLY[@]}"
      complete -p overfit
      """)
    return text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
  }

  @Test("bash completes calls, options, their values, files and lessons")
  func inBash() throws {
    try home.write("", to: "mine.md")
    try home.write("# A\n\nText.\n\n```overfit\n> print 1\n1\n```\n", to: "lessons/77-mine.md")
    for (words, word) in [
      (["overfit", "re"], "replay"), (["overfit", "--se"], "--seed"),
      (["overfit", "run", "--pla"], "--plain"), (["overfit", "--color", "ne"], "never"),
      (["overfit", "replay", "--up"], "--update"), (["overfit", "run", "mi"], "mine.md"),
      (["overfit", "--completions", "fi"], "fish"), (["overfit", "learn", "77"], "77-mine"),
      (["overfit", "learn", "mi"], "mine"),
      (["overfit", "--rec"], "--recover"), (["overfit", "--recover", "d"], "drop"),
    ] {
      let found = try bash(words)
      #expect(found.contains(word), "\(words): \(found)")
      #expect(
        found.last?.hasPrefix("complete ") == true && found.last?.hasSuffix(" overfit") == true)
    }
    #expect(try !bash(["overfit", "re"]).contains("-"))
    // Files are completed where nothing else is.
    #expect(
      try bash(["overfit", "mi"]) == ["complete -o default -o filenames -F _overfit overfit"])
  }

  @Test("bash completes each call of the manual, whatever it is")
  func allCalls() throws {
    for (words, program) in [([], "overfit "), (["kernel"], "overfit kernel ")] {
      let names = Handbook.names(behind: program)
      #expect(!names.isEmpty)
      for name in names {
        let typed = ["overfit"] + words + [String(name.dropLast())]
        #expect(try bash(typed).contains(name), "\(typed)")
      }
    }
  }

  @Test("zsh reads its script", .enabled(if: isInstalled("zsh"), "zsh is not installed"))
  func inZsh() throws {
    let text = try run(
      ["zsh", "-f", "-c"],
      """
      autoload -U compinit && compinit -D -u
      source <(overfit --completions zsh) && (( $+functions[_overfit] )) && print found
      """)
    #expect(text.hasSuffix("found\n"), "\(text)")
  }

  @Test(
    "fish completes calls and options", .enabled(if: isInstalled("fish"), "fish is not installed"))
  func inFish() throws {
    let text = try run(
      ["fish", "--no-config", "-c"],
      "overfit --completions fish | source; complete -C 'overfit re'; complete -C 'overfit run --se'"
    )
    #expect(text.contains("replay\truns notebooks again and shows what differs"), "\(text)")
    #expect(text.contains("--seed\tthe seed of everything that is random (0)"), "\(text)")
  }

  @Test("the manual page in the repository is what the program prints")
  func manualPage() throws {
    let program = try Program(["--man"])
    #expect(program.status == 0)
    let file = Repository.path("docs/overfit.1")
    let isSame = try String(contentsOfFile: file, encoding: .utf8) == program.output
    #expect(isSame, "overfit --man >docs/overfit.1 writes it anew")
    for word in [
      "\\-\\-seed N", "\\-\\-completions SHELL", ".B train\n", ".B edit\n", "EXIT STATUS",
    ] {
      #expect(program.output.contains(word), "\(word)")
    }
    #expect(program.output.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test("man finds nothing to warn of", .enabled(if: isInstalled("man"), "man is not installed"))
  func man() throws {
    let text = try run(
      ["sh", "-c"],
      "overfit --man >overfit.1; MANROFFSEQ= MANWIDTH=80 man --warnings -l overfit.1 2>&1 >page")
    #expect(text.isEmpty, "\(text)")
    #expect(home.read("page")?.contains("overfit replay PATH...") == true)
  }

  @Test(
    "mandoc finds nothing to warn of",
    .enabled(if: isInstalled("mandoc"), "mandoc is not installed"))
  func mandoc() throws {
    let text = try run(
      ["sh", "-c"], "overfit --man >overfit.1; mandoc -T lint -W warning overfit.1")
    #expect(text.isEmpty, "\(text)")
  }
}
