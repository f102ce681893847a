import Foundation
import JSON
import Testing

@testable import Jupyter

/// A front end talks over real sockets to a kernel of a small language.
@Suite("A kernel", .timeLimit(.minutes(15)))
struct KernelTests {
  @Test("answers what it is, and says when it is busy")
  func information() throws {
    let front = try FrontEnd()
    let reply = try #require(front.ask("kernel_info_request"))
    #expect(reply.type == "kernel_info_reply")
    #expect(reply.content.text("implementation") == "echo")
    #expect(reply.content.text("status") == "ok")
    #expect(reply.parent.text("msg_id") == front.lastID)
    #expect(front.told.map(\.0) == ["status busy", "status idle"])
  }

  @Test("runs cells, counts those that are kept, and tells what they show")
  func execution() throws {
    let front = try FrontEnd()
    let reply = try #require(front.execute("show a"))
    #expect(reply.content.number("execution_count") == 1)
    #expect(
      front.told.map(\.0) == ["status busy", "execute_input", "display_data", "status idle"])
    #expect(front.told[2].1["data"]?.text("text/plain") == "a\nb")
    #expect(front.told[2].1["output_type"] == nil)
    #expect(front.execute("quiet", ["silent": true])?.content.number("execution_count") == 2)
    #expect(front.told.map(\.0) == ["status busy", "status idle"])
    #expect(
      front.execute("show x", ["store_history": false])?.content.number("execution_count") == 2)
    #expect(front.execute("show y")?.content.number("execution_count") == 2)
    #expect(front.execute("show z")?.content.number("execution_count") == 3)
    let expressions: JSONValue = ["a": "3", "b": "fail"]
    let values = front.execute("show z", ["user_expressions": expressions])?
      .content["user_expressions"]
    #expect(values?["a"]?["data"]?.text("text/plain") == "3")
    #expect(values?["b"]?.text("status") == "error")
    #expect(
      front.execute("leave")?.content["payload"] == [["source": "ask_exit", "keepkernel": false]])
  }

  @Test("leaves nothing of a line of progress")
  func progress() throws {
    let front = try FrontEnd()
    _ = front.execute("progress")
    #expect(
      front.told.map(\.0) == [
        "status busy", "execute_input", "display_data", "display_data", "update_display_data",
        "clear_output", "display_data", "display_data", "status idle",
      ])
    let outputs = front.told.filter { $0.0 == "display_data" }.map {
      $0.1["data"]?.text("text/plain") ?? ""
    }
    #expect(outputs == ["before", "1 of 2", "before", "after"])
    _ = front.execute("progress alone")
    #expect(front.told.suffix(2).map(\.0) == ["clear_output", "status idle"])
    #expect(front.told[front.told.count - 2].1.flag("wait") == false)
  }

  @Test("does not run what was sent together with a mistake, unless that is wished")
  func mistakes() throws {
    let front = try FrontEnd()
    front.send("execute_request", ["code": "fail"])
    front.send("execute_request", ["code": "show a"])
    front.send("kernel_info_request")
    let replies = (0..<3).compactMap { _ in front.reply() }
    let statuses = replies.map { $0.content.text("status") ?? "" }
    #expect(statuses == ["error", "aborted", "ok"])
    #expect(replies[0].content.text("ename") == "Mistake")
    #expect(replies[0].content["traceback"] == ["  ^", "no"])
    #expect(front.execute("show a")?.content.text("status") == "ok")
    front.send("execute_request", ["code": "fail", "stop_on_error": false])
    front.send("execute_request", ["code": "show a"])
    #expect((0..<2).compactMap { _ in front.reply()?.content.text("status") } == ["error", "ok"])
  }

  @Test("counts places by code points")
  func places() throws {
    let front = try FrontEnd()
    let reply = try #require(
      front.ask("complete_request", ["code": "é😀 tr", "cursor_pos": 5]))
    #expect(reply.content["matches"] == ["train"])
    #expect(reply.content.number("cursor_start") == 3 && reply.content.number("cursor_end") == 5)
    #expect(
      front.ask("inspect_request", ["code": "é😀 tr", "cursor_pos": 4])?.content["data"]?
        .text("text/plain") == "7")
    #expect(
      front.ask("is_complete_request", ["code": "for"])?.content.text("indent") == "  ")
  }

  @Test("knows what was run")
  func history() throws {
    let front = try FrontEnd()
    for code in ["show a", "show b", "show a"] { _ = front.execute(code) }
    let tail = front.ask("history_request", ["hist_access_type": "tail", "n": 2])
    #expect(tail?.content["history"] == [[0, 2, "show b"], [0, 3, "show a"]])
    let range = front.ask(
      "history_request",
      ["hist_access_type": "range", "session": 0, "start": 1, "stop": 2, "output": true])
    #expect(range?.content["history"] == [[0, 1, ["show a", .null]]])
    let found = front.ask(
      "history_request", ["hist_access_type": "search", "pattern": "sh*a", "unique": true])
    #expect(found?.content["history"] == [[0, 3, "show a"]])
  }

  @Test("asks what a cell wants to know, where somebody answers")
  func questions() throws {
    let front = try FrontEnd()
    front.send("execute_request", ["code": "ask", "allow_stdin": true])
    let question = try #require(front.question())
    #expect(question.content.text("prompt") == "Really?")
    front.answer("yes", to: question)
    _ = front.reply()
    #expect(front.told.contains { $0.1["data"]?.text("text/plain") == "yes" })
    _ = front.execute("ask")
    #expect(front.told.contains { $0.1["data"]?.text("text/plain") == "nobody" })
  }

  @Test("asks once the one who is asked can hear it")
  func lateEars() throws {
    let front = try FrontEnd(hearsQuestions: false)
    front.send("execute_request", ["code": "ask", "allow_stdin": true])
    #expect(front.isTold("execute_input"))
    usleep(100_000)
    try front.listenToQuestions()
    let question = try #require(front.question())
    front.answer("at last", to: question)
    _ = front.reply()
    #expect(front.told.contains { $0.1["data"]?.text("text/plain") == "at last" })
  }

  @Test("stops a cell, and ends, while a cell runs")
  func control() throws {
    let front = try FrontEnd()
    front.send("execute_request", ["code": "wait"])
    #expect(front.control("interrupt_request")?.content.text("status") == "ok")
    #expect(front.reply()?.content.text("status") == "ok")
    front.send("execute_request", ["code": "wait"])
    let reply = front.control("shutdown_request", ["restart": true])
    #expect(reply?.content.flag("restart") == true)
    #expect(front.hasEnded())
  }

  @Test("heeds no message that is damaged, and goes on")
  func damaged() throws {
    let front = try FrontEnd()
    front.sendDamaged()
    #expect(front.ask("kernel_info_request")?.content.text("status") == "ok")
    #expect(front.complaints.count == 4)
    #expect(front.beats())
    #expect(front.ask("unheard_request", expectsReply: false) == nil)
    #expect(front.ask("comm_info_request")?.content["comms"] == [:])
    #expect(front.ask("shutdown_request")?.type == "shutdown_reply")
    #expect(front.hasEnded())
  }
}
