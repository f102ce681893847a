import Datasets
import Networks
import TensorEngine
import Testing

@testable import Session
@testable import Workbench

@Suite("Reusing a network")
struct TransferTests {
  private let base = [
    "data digits images=60 test=20 classes=0..4", "scale minmax", "network lower",
    "add flatten", "add dense 6 relu", "add dense 5 softmax",
    "train epochs=2 batch=8 optimizer=adam", "freeze 2",
  ]

  private func hash(_ session: inout NotebookSession, _ formula: String) -> String {
    session.text(of: "print hash(\(formula))")
  }

  /// Runs a line that has to fail, and sees that it changed nothing.
  private func refusal(_ line: String, in session: inout NotebookSession) -> String {
    let before = session.state.network
    let names = session.state.networks.map(\.name)
    let text = session.text(of: line)
    #expect(text.contains("^"), "\(line)")
    #expect(session.state.network?.network == before?.network)
    #expect(session.state.networks.map(\.name) == names)
    return text
  }

  @Test("data of some classes alone have their names, and outputs for these alone")
  func classes() {
    var session = NotebookSession(running: ["data digits images=60 test=20 classes=5..9"])
    #expect(session.state.data?.dataset.classNames == ["5", "6", "7", "8", "9"])
    #expect(session.state.data?.examples.count == 40)
    #expect(session.state.data?.classCount == 5)
    for (line, word) in [
      ("data digits classes=5..11", "10"), ("data digits classes=3", "two classes"),
      ("data digits classes=a,b", "\"a\""), ("data circles classes=0,1", "no option"),
      ("data digits classes=0.5,1", "0.5"),
    ] {
      #expect(refusal(line, in: &session).contains(word), "\(line)")
    }
    _ = session.submit("for first in 0, 5\n  data digits images=20 test=10 classes=first,9\nend")
    #expect(session.state.data?.dataset.classNames == ["5", "9"])
  }

  @Test("a copy has every bit, the training and the flags, and goes its own way")
  func copy() {
    var session = NotebookSession(running: base + ["copy tuned"])
    let before = hash(&session, "")
    #expect(session.state.network?.name == "tuned")
    _ = session.submit("use lower")
    #expect(hash(&session, "") == before)
    let lower = session.state.networks[0]
    let tuned = session.state.networks[1]
    #expect(lower.network.parameters == tuned.network.parameters)
    #expect(lower.network.training == tuned.network.training)
    #expect(lower.history == tuned.history && lower.settings == tuned.settings)
    _ = session.submit("use tuned")
    _ = session.submit("train epochs=1")
    #expect(hash(&session, "") != before)
    _ = session.submit("use lower")
    #expect(hash(&session, "") == before)
    #expect(session.text(of: "copy tuned").contains("in the place of the tuned made before"))
    for line in ["copy", "copy tuned", "copy 3", "copy a b"] {
      _ = refusal(line, in: &session)
    }
  }

  @Test("both of two trained alike, a copy and its original stay the same to the bit")
  func twins() {
    var session = NotebookSession(running: base + ["copy twin", "train epochs=1"])
    let twin = hash(&session, "")
    _ = session.submit("use lower")
    _ = session.submit("train epochs=1")
    #expect(hash(&session, "") == twin)
  }

  @Test("frozen layers of a reused network keep their hash, and the new layer learns")
  func reuse() {
    var session = NotebookSession(running: base)
    let kernel = hash(&session, "weights(2)")
    _ = session.submit("data digits images=60 test=20 classes=5..9")
    let text = session.text(of: "network upper from=lower drop=1")
    #expect(text.contains("2 layers of lower · without #3 dense 5 softmax"))
    #expect(text.contains("scale network"))
    _ = session.submit("scale network")
    _ = session.submit("add dense 5 softmax")
    let last = hash(&session, "weights(3)")
    _ = session.submit("train epochs=2 batch=8 optimizer=adam")
    #expect(session.text(of: "check hash(weights(2)) == \"\(kernel)\"").hasPrefix("holds"))
    #expect(session.text(of: "check hash(weights(3)) != \"\(last)\"").hasPrefix("holds"))
    #expect(session.text(of: "show weights hash=yes").contains(kernel))
    _ = session.submit("use lower")
    #expect(hash(&session, "weights(2)") == kernel)
    #expect(session.state.network?.preparation?.classNames == ["0", "1", "2", "3", "4"])
  }

  @Test("from a file as from a network")
  func file() {
    var settings = SessionSettings.testing()
    settings.files.rights.keepsInMemory = true
    var session = NotebookSession(running: base + ["copy other"], settings: settings)
    _ = session.submit("save network lower.safetensors")
    let from = session.text(of: "network a from=lower drop=1")
    let one = hash(&session, "")
    let file = session.text(of: "network b from=lower.safetensors drop=1")
    #expect(hash(&session, "") == one)
    #expect(
      file.replacing("network b", with: "network a").replacing("of other", with: "of lower")
        == from)
    #expect(session.state.network?.preparation == session.state.networks[2].preparation)
    #expect(session.state.network?.network.parameters[1].isFrozen == true)
  }

  @Test("a checkpoint of a reused network has the classes that it learns now")
  func checkpoint() {
    var settings = SessionSettings.testing()
    settings.files.rights.keepsInMemory = true
    var session = NotebookSession(
      running: base + [
        "data digits images=60 test=20 classes=5..9", "scale network",
        "network upper from=lower drop=1", "add dense 5 softmax",
        "train epochs=1 checkpoint=run.safetensors",
      ], settings: settings)
    #expect(!session.text(of: "load network run.safetensors kept").contains("^"))
    #expect(session.state.network?.preparation?.classNames == ["5", "6", "7", "8", "9"])
    #expect(session.text(of: "use upper").contains("upper"))
    #expect(session.state.network?.preparation?.classNames == ["5", "6", "7", "8", "9"])
  }

  @Test("what can't be reused is refused, and changes nothing")
  func refusals() {
    var session = NotebookSession(running: base)
    _ = session.submit("network empty")
    for (line, word) in [
      ("network a from=lowr", "did you mean: lower"), ("network a from=nothing.safetensors", ""),
      ("network a from=lower drop=3", "at least one must stay"),
      ("network a from=lower drop=-1", "whole number"),
      ("network a from=lower drop=1.5", "whole number"),
      ("network a from=lower drop=1e300", "whole number"),
      ("network a drop=1", "drop leaves layers"), ("network a from=empty", "no layers"),
      ("network a from=3", "name of a network"), ("network a from=lower,empty", "one value"),
      ("network a from=lower input=20", "takes inputs of 28 x 28 x 1, not 20"),
    ] {
      #expect(refusal(line, in: &session).contains(word), "\(line)")
    }
    _ = session.submit("data circles points=20")
    #expect(
      refusal("network a from=lower", in: &session).contains(
        "lower takes inputs of 28 x 28 x 1, the data has 2"))
  }

  @Test("a network keeps what the data was like that it learned from")
  func preparation() {
    var session = NotebookSession(running: base)
    #expect(session.state.network?.preparation?.scaling?.kind == "minmax")
    _ = session.submit("data digits images=60 test=20")
    #expect(session.state.network?.preparation?.classNames.count == 5)
    #expect(session.text(of: "scale network").contains("scale minmax"))
    _ = session.submit("unfreeze all")
    _ = session.submit("initialize")
    #expect(session.state.network?.preparation == nil)
  }

  @Test("a network that begins with layers of a trained one says so")
  func reused() {
    var session = NotebookSession(running: trainedCircles)
    #expect(session.text(of: "network b from=network").contains("trained for 3 epochs on circles"))
    var fresh = NotebookSession(running: untrainedCircles)
    #expect(fresh.text(of: "network b from=network").contains("not trained"))
  }
}
