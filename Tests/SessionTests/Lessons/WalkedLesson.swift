import Notebooks
import Session

@testable import Workbench

/// A lesson of two sections with an exercise, for walks in tests.
enum WalkedLesson {
  static let text = """
    ---
    title: Sums
    seed: 4
    ---
    # Sums

    First.

    ## Small numbers

    ```overfit
    > let x = 1
    > print x
    1
    ```

    ## Large numbers

    Second.

    ```exercise more
    check x > 2
    hint Think of `let`.
    solution
    > let x = 3
    ```

    ```overfit
    > print x
    3
    > let y = x + 1
    > print y
    4
    ```
    """

  static func walk() throws -> LessonWalk {
    LessonWalk(try Notebook(text: text, name: "sums.md"), settings: .testing())
  }

  /// The same after so many steps; the exercise is solved by a student's own lines.
  static func walk(steps: Int) throws -> LessonWalk {
    var walk = try walk()
    while walk.progress.done < steps, let step = walk.nextStep {
      guard case .own = step else {
        _ = walk.advance()
        continue
      }
      _ = walk.submit("let z = 40")
      _ = walk.submit("let x = z + 2")
      walk.goOnFromBranch()
    }
    return walk
  }
}

extension LessonWalk {
  /// The walk's notebook as it would be saved: its cells with their outputs.
  var written: String { session.markdown(title: "t") }
}

extension StepText? {
  /// All lines of it, the marks of Markdown among them.
  var lines: [String] {
    switch self {
    case nil: []
    case .prose(let text): [text]
    case .lines(let lines): lines
    case .several(let texts): texts.flatMap { Optional($0).lines }
    }
  }
}
