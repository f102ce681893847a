import Testing

@testable import Session
@testable import Workbench

@Suite("Ensembles")
struct EnsembleTests {
  private static let moons = [
    "data moons points=60 noise=0.2", "split train=50% validation=30% test=20%", "network a",
    "add dense 4 tanh", "add dense 1 sigmoid", "train epochs=2", "copy b", "initialize seed=3",
    "train epochs=2", "network c", "add dense 3 tanh", "add dense 2 softmax", "train epochs=2",
  ]

  /// The value of a formula, asked of a network by name.
  private func value(
    _ formula: String, of name: String, in session: inout NotebookSession
  ) throws -> Double {
    _ = session.submit("use \(name)")
    return try #require(Double(session.text(of: "print \(formula)")))
  }

  private func row(_ name: String, of text: String) -> [Substring] {
    let line = text.split(separator: "\n").first { $0.hasPrefix(name + " ") } ?? ""
    return line.dropFirst(name.count).split(separator: " ")
  }

  @Test("members are judged as by themselves, and the ensemble stands below their mean")
  func table() throws {
    var session = NotebookSession(running: Self.moons + ["set digits 4"])
    let text = session.text(of: "ensemble a b c")
    #expect(text.contains("3 networks · validation split · 18 examples"))
    var sum = 0.0
    for name in ["a", "b", "c"] {
      let loss = try value("log_loss(validation)", of: name, in: &session)
      sum += loss
      let shown = try #require(row(name, of: text).first.flatMap { Double($0) })
      #expect(abs(shown - loss) < 1e-4)
    }
    let mean = try #require(row("mean of these", of: text).first.flatMap { Double($0) })
    let ensemble = try #require(row("ensemble", of: text).first.flatMap { Double($0) })
    #expect(abs(mean - sum / 3) < 1e-3)
    #expect(ensemble <= mean)
  }

  @Test("evaluate and predict ask the ensemble, and the network in hand stays")
  func questions() {
    var session = NotebookSession(running: Self.moons)
    let name = session.state.network?.name
    let evaluation = session.text(of: "evaluate all ensemble=a,b,c")
    #expect(evaluation.contains("ensemble of a, b, c"))
    #expect(
      row("validation", of: evaluation).dropFirst()
        == row("ensemble", of: session.text(of: "ensemble a b c"))[...])
    #expect(
      row("test", of: evaluation).dropFirst()
        == row("ensemble", of: session.text(of: "ensemble a b c test"))[...])
    #expect(session.state.data?.testLooks == 2)
    #expect(session.text(of: "evaluate train ensemble=a,b").contains("training"))
    let prediction = session.text(of: "predict 0.5 0.2 ensemble=a,b,c")
    #expect(prediction.contains("\nensemble  class "))
    #expect(session.text(of: "predict example 1 ensemble=a,b").hasPrefix("example 1 · is class "))
    #expect(session.state.network?.name == name)
    let sure = session.text(of: "predict 0.5 0.2 ensemble=a,b,c confidence=100%")
    #expect(sure.contains("below 100%: left to a person"))
    #expect(
      session.text(of: "predict validation ensemble=a,b,c list=3").hasPrefix(
        "validation split · 18 examples"))
    #expect(
      session.text(of: "predict validation ensemble=a,b confidence=60%").contains("answered"))
    let looks = session.state.data?.testLooks ?? 0
    #expect(
      session.text(of: "predict test ensemble=a,b").contains("looked at \(looks + 1) times"))
  }

  @Test("values of a regression are averaged")
  func regression() throws {
    var session = NotebookSession(running: [
      "data line points=40", "split train=50% validation=50%", "network a", "add dense 1",
      "train epochs=3", "copy b", "initialize seed=2", "train epochs=3", "set digits 9",
    ])
    let text = session.text(of: "predict 0.3 ensemble=a,b")
    let outputs = ["a", "b", "ensemble"].map {
      row($0, of: text).first.flatMap { Double($0) } ?? .nan
    }
    #expect(abs((outputs[0] + outputs[1]) / 2 - outputs[2]) < 1e-3)
    #expect(session.text(of: "ensemble a b").contains("R2"))
  }

  @Test("members that do not go together are refused at their name")
  func refusals() {
    var session = NotebookSession(
      running: Self.moons + [
        "network raw", "add dense 1 linear", "train epochs=1 loss=mse", "network wide",
        "add dense 3 softmax", "network empty", "network other input=3", "add dense 1 sigmoid",
        "data circles points=30", "network rings", "add dense 1 sigmoid", "train epochs=1",
        "data moons points=60 noise=0.2", "scale standard", "network scaled",
        "add dense 1 sigmoid", "train epochs=1", "data moons points=60 noise=0.2",
      ])
    for (line, word) in [
      ("ensemble", "names of networks"), ("ensemble a", "two networks or more"),
      ("ensemble a train", "two networks or more"),
      ("ensemble a a", "named twice"), ("ensemble a z", "not a network"),
      ("ensemble a empty", "no layers"), ("ensemble a other", "takes inputs of 3"),
      ("ensemble a raw", "no probabilities"), ("ensemble a wide", "does not fit 2 classes"),
      ("ensemble a rings", "rings learned from circles, and a from moons"),
      ("ensemble a scaled", "inputs scaled standard, the data is not scaled"),
      ("ensemble a b validation", "no validation split"), ("ensemble a b c 3", "network"),
      ("evaluate ensemble=a", "two networks or more"), ("evaluate ensemble=a,q", "network"),
      ("predict 1 2 ensemble=a", "two networks or more"),
      ("predict 1 ensemble=a,b", "needs 2 numbers"), ("predict ensemble=a,b", "needs an input"),
    ] {
      let text = session.text(of: line)
      #expect(text.contains(word) && text.contains("^"), "\(line): \(text)")
    }
    var fresh = NotebookSession(running: ["data circles points=20"])
    #expect(fresh.text(of: "ensemble a b").contains("there are no networks yet"))
    #expect(fresh.text(of: "evaluate ensemble=a,b").contains("there are no networks yet"))
  }

  @Test("networks that learned other classes are no ensemble")
  func classes() {
    let layers = ["add flatten", "add dense 2 softmax", "train epochs=1"]
    var session = NotebookSession(
      running: ["data digits images=20 test=10 classes=0,1", "network a"] + layers
        + ["data digits images=20 test=10 classes=2,3", "network b"] + layers)
    #expect(
      session.text(of: "ensemble a b").contains("a learned the classes 0, 1, the data has 2, 3"))
  }
}
