import Foundation
import Session
import Synchronization
import TensorEngine
import Testing

@testable import Workbench

/// What cells of a notebook in Jupyter may write.
@Suite("A notebook in Jupyter")
struct KernelRightsTests {
  private let strangers: StrangersFolder
  private let asked = Questions()

  private final class Questions: Sendable {
    let paths = Mutex<[String]>([])
  }

  init() throws {
    strangers = try StrangersFolder()
  }

  private var own: String { "\(strangers.path)/own" }

  /// The session of a notebook in the folder `own`, whose person answers so, or can't be asked.
  private func session(answering answer: Bool?) -> NotebookSession {
    var settings = strangers.settings().opened("\(own)/the notebook", by: .kernel)
    settings.files.consent = Consent { [asked] question in
      asked.paths.withLock { $0.append(question.path) }
      return answer
    }
    return NotebookSession(running: untrainedCircles, settings: settings)
  }

  private func isThere(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(own)/\(name)")
  }

  @Test("writes a new file of its folder when the person says yes, who is asked once")
  func allowed() {
    var session = session(answering: true)
    let lines = session.lines(of: "save network \(own)/net.safetensors")
    #expect(lines.first?.hasPrefix("saved in") == true && isThere("net.safetensors"), "\(lines)")
    _ = session.lines(of: "save network \(own)/net.safetensors overwrite=yes")
    #expect(asked.paths.withLock { $0 } == ["\(own)/net.safetensors"])
    // What it did not write itself stays.
    let table = session.lines(of: "save history \(own)/points.csv overwrite=yes")
    #expect(!table.contains { $0.hasPrefix("saved") }, "\(table)")
  }

  @Test(
    "is refused what the person declines, and what nobody can be asked about",
    arguments: [false, nil])
  func refused(_ answer: Bool?) {
    var session = session(answering: answer)
    for _ in 0..<2 {
      let lines = session.lines(of: "save network \(own)/sub/net.safetensors")
      #expect(lines.contains { $0.contains("nobody has allowed it to be written") }, "\(lines)")
      #expect(lines.contains { $0.contains("overfit kernel install --user --allow-write FOLDER") })
    }
    #expect(!isThere("sub/net.safetensors"))
    // A no is remembered; where nobody was asked, the next one may be.
    #expect(asked.paths.withLock { $0.count >= (answer == nil ? 2 : 1) })
    #expect(asked.paths.withLock { Set($0) } == ["\(own)/sub/net.safetensors"])
  }

  @Test("keeps in memory what would lie elsewhere, and asks nobody")
  func elsewhere() throws {
    let before = try strangers.content()
    var session = session(answering: true)
    for path in ["\(strangers.path)/outside/new.safetensors", "\(own)/../new.safetensors"] {
      let lines = session.lines(of: "save network \(path)")
      #expect(lines.contains { $0.contains("kept in memory") }, "\(lines)")
    }
    #expect(asked.paths.withLock { $0.isEmpty })
    #expect(try strangers.content() == before)
  }

  @Test("has no cell of a line that fails, as the prompt has none")
  func mistakes() {
    for (way, count) in [(FileWay.run, 1), (.kernel, 0)] {
      var session = NotebookSession(
        settings: strangers.settings().opened("\(own)/the notebook", by: way))
      session.wishes = .atTerminal
      #expect(session.lines(of: "print nothing").first?.contains("^^^^^^^") == true)
      #expect(session.cells.count == count, "\(way)")
    }
  }

  @Test("is asked about long work, as the person is at the prompt")
  func work() {
    let plans = Mutex(0)
    var control = RunControl()
    control.judgesWork = { _ in
      plans.withLock { $0 += 1 }
      return .declined
    }
    for (way, count) in [(FileWay.run, 0), (.kernel, 1)] {
      var session = NotebookSession(
        running: [
          "data circles points=3000", "network", "add dense 300 tanh", "add dense 1 sigmoid",
        ],
        settings: strangers.settings().opened("\(own)/the notebook", by: way))
      _ = session.submit("train epochs=100000", control: control)
      #expect(plans.withLock { $0 } == count, "\(way)")
    }
  }
}
