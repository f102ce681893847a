import Notebooks
import Testing

@testable import Session
@testable import Workbench

/// What a step of a walk keeps is what it has changed, however many steps there were before it.
@Suite("A long walk")
struct LessonGrowthTests {
  /// A lesson that takes its own cells back, too.
  private static let text = """
    # Sums

    First.

    ```overfit
    > let x = 1
    > undo
    > let x = 2
    > let y = x + 1
    ```

    ```prediction grows
    ask What will it do?
    measure x
    choice It grows.
    when now > before
    choice It shrinks.
    ```

    ```overfit
    > redo
    > let x = 5
    > edit 1 let x = 4
    > print x + y
    ```

    ## More

    ```exercise more
    check x > 9
    solution
    > let x = 10
    > let y = 1
    ```

    ```overfit
    > print x + y
    > delete 1
    > print x
    ```
    """

  private func walk() throws -> LessonWalk {
    LessonWalk(try Notebook(text: Self.text, name: "n.md"), settings: .testing())
  }

  /// The session after so many steps; the exercise is solved in a way of the student's own.
  private func walk(steps: Int) throws -> LessonWalk {
    var walk = try walk()
    while walk.progress.done < steps, let step = walk.nextStep {
      if case .own(let own) = step, own is Exercise {
        for line in ["let x = 20", "undo", "let z = 3", "let x = 30"] { _ = walk.submit(line) }
        walk.goOnFromBranch()
      } else {
        _ = walk.answer(to: "a")
        _ = walk.advance()
      }
    }
    return walk
  }

  /// What a session shows of itself, and of all ways back and forth.
  private func told(_ session: NotebookSession) -> [String] {
    var (back, forth) = (session, session)
    var told = [
      "\(session.record)", session.text(ofCopy: "print x"), session.text(ofCopy: "print y"),
    ]
    while back.undo() != nil { told.append("back \(back.record.cells.map(\.source))") }
    while forth.redo() != nil { told.append("forth \(forth.record.cells.map(\.source))") }
    return told
  }

  @Test("goes back to each of its steps as it was before it")
  func back() throws {
    let count = try walk().progress.of
    for end in 0...count {
      for target in 0...end {
        var walk = try walk(steps: end)
        walk.goBack(to: target)
        let fresh = try self.walk(steps: target)
        #expect(told(walk.session) == told(fresh.session), "\(end) to \(target)")
        #expect(walk.progress.done == fresh.progress.done)
        #expect(walk.place == fresh.place)
        #expect(walk.said == fresh.said)
      }
    }
  }

  @Test("goes on from where it went back to, as if it never had been further")
  func forthAgain() throws {
    let count = try walk().progress.of
    let whole = told(try walk(steps: count).session)
    for target in 0...count {
      var walk = try walk(steps: count)
      walk.goBack(to: target)
      while walk.nextStep != nil {
        if case .own(let own)? = walk.nextStep, own is Exercise {
          for line in ["let x = 20", "undo", "let z = 3", "let x = 30"] { _ = walk.submit(line) }
          walk.goOnFromBranch()
        } else {
          _ = walk.advance()
        }
      }
      #expect(told(walk.session) == whole, "\(target)")
    }
  }

  @Test("has its place told in changes, each of which leads to what the whole text tells")
  func changes() throws {
    let count = try walk().progress.of
    var texts: [String] = []
    var text = try walk().progress(digest: 7).text
    var last = try walk().progress(digest: 7)
    for step in 1...count {
      let next = try walk(steps: step).progress(digest: 7)
      let change = try #require(next.change(since: last))
      // A change that is not whole says nothing.
      for length in stride(from: 0, to: change.utf8.count, by: 7) {
        let cut = LessonProgress(Array((text + change).utf8.prefix(text.utf8.count + length)))
        #expect(cut == LessonProgress(Array(text.utf8)), "\(step) \(length)")
      }
      text += change
      texts.append(next.text)
      last = next
      #expect(LessonProgress(Array(text.utf8)) == LessonProgress(Array(next.text.utf8)), "\(step)")
    }
    #expect(Set(texts).count == count)
  }

  @Test("is written anew where something of it is gone")
  func gone() throws {
    let far = try walk(steps: 7).progress(digest: 7)
    let near = try walk(steps: 2).progress(digest: 7)
    #expect(!far.said.isEmpty)
    #expect(near.change(since: far) == nil)
    #expect(far.change(since: near) != nil)
    #expect(try walk(steps: 7).progress(digest: 8).change(since: far) == nil)
  }

  @Test("of questions writes as much for the last answer as for the first one")
  func questions() throws {
    func largest(_ count: Int) throws -> Int {
      let text = (1000..<1000 + count).map {
        "```question q\($0)\nask What is \($0)?\nanswer \($0)\n```\n"
      }.joined(separator: "\n")
      var walk = LessonWalk(try Notebook(text: text, name: "n.md"), settings: .testing())
      var last = walk.progress(digest: 7)
      var largest = 0
      for number in 1000..<1000 + count {
        #expect(
          walk.answer(to: "\(number)").map { if case .passed = $0 { true } else { false } } == true)
        _ = walk.advance()
        let next = walk.progress(digest: 7)
        largest = max(largest, try #require(next.change(since: last)).utf8.count)
        last = next
      }
      return largest
    }
    let (short, long) = (try largest(20), try largest(200))
    #expect(long <= short + 8, "\(short) \(long)")
  }
}

extension NotebookSession {
  fileprivate func text(ofCopy source: String) -> String {
    var copy = self
    return copy.text(of: source)
  }
}
