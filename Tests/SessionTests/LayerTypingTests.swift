import Networks
import Testing

@testable import Session
@testable import Workbench

@Suite("A layer that is typed")
struct LayerTypingTests {
  private static let kinds = LayerTable.kinds

  /// The layer that a line adds to a network on small images; nil where it is refused.
  private func layer(typed text: String) -> (any Layer)? {
    let session = NotebookSession(
      running: ["data digits images=40", "network", "add \(text)"])
    #expect(session.cells.last?.hasFailed == false, "\(text)")
    return session.state.network?.network.layers.first
  }

  @Test("is read as its own text says, each of its settings changed", arguments: kinds)
  func roundTrip(_ kind: String) {
    func check<Kind: Layer>(_ type: Kind.Type) {
      #expect(layer(typed: type.usual.text) as? Kind == type.usual)
      for setting in type.settings {
        var changed = type.usual
        // What a setting is bound to is typed with it: the slope of leaky_relu.
        for case .choice(let choice) in type.settings.map(\.place) {
          for word in choice.words where setting.condition?.holds(changed) == false {
            choice.choose(&changed, word)
          }
        }
        setting.change(&changed)
        #expect(changed != type.usual, "\(setting.name)")
        #expect(layer(typed: changed.text) as? Kind == changed, "\(changed.text)")
      }
    }
    if let type = LayerTable.type(of: kind) { check(type) }
  }

  @Test("says what is missing where nothing stands behind its kind", arguments: kinds)
  func missing(_ kind: String) {
    func check<Kind: Layer>(_ type: Kind.Type) {
      var session = NotebookSession(running: ["data digits images=40", "network"])
      let text = session.text(of: "add \(kind)").split(whereSeparator: \.isWhitespace)
        .joined(separator: " ")
      let missing = type.settings.compactMap { $0.position?.missing }
      #expect(session.cells.last?.hasFailed == !missing.isEmpty)
      if let first = missing.first { #expect(text.contains(first), "\(text)") }
    }
    if let type = LayerTable.type(of: kind) { check(type) }
  }

  @Test("refuses the options of other layers", arguments: kinds)
  func others(_ kind: String) {
    func names<Kind: Layer>(_ type: Kind.Type) -> [String] {
      type.settings.filter { $0.position == nil }.map(\.name)
    }
    guard let type = LayerTable.type(of: kind) else { return }
    let own = names(type)
    for name in Set(LayerTable.types.flatMap { names($0) }).subtracting(own).sorted() {
      var session = NotebookSession(running: ["data digits images=40", "network"])
      let text = session.text(of: "add \(type.usual.text) \(name)=1")
      #expect(text.contains("\(kind) has no option \"\(name)\""), "\(text)")
    }
  }

  @Test(
    "says what a size is, and how large",
    arguments: [
      ("conv 8 3.5", "the size of a kernel is height x width: conv 8 3x3"),
      ("conv 8 3x3x3", "the size of a kernel is height x width: conv 8 3x3"),
      ("conv 8 5000x3", "the sides of a kernel must be from 1 to 4,096"),
      ("maxpool 2.5", "the size of a window is height x width: maxpool 2x2"),
      ("avgpool 0x2", "the sides of a window must be from 1 to 4,096"),
      ("avgpool 2x2 stride=0x1", "the sides of a stride must be from 1 to 4,096"),
      ("conv 8 3x3 stride=2x1x1", "stride is one number, or down x across: 2x1"),
      ("conv 8 3x3 stride=0", "stride must be a whole number from 1 to 4096"),
    ])
  func sizes(_ layer: String, _ refusal: String) {
    var session = NotebookSession(running: ["data digits images=40", "network"])
    let text = session.text(of: "add \(layer)").split(whereSeparator: \.isWhitespace)
    #expect(text.joined(separator: " ").contains(refusal))
  }

  @Test("takes the number of filters by a name")
  func names() {
    var session = NotebookSession(
      running: ["data digits images=40", "network", "let n = 4", "add conv n 3x3 relu"])
    #expect(session.state.network?.network.layers.first?.title == "conv 4 3x3 relu")
    #expect(session.text(of: "add conv relu").contains("conv needs a number of filters"))
    #expect(session.text(of: "add conv 3x3").contains("conv needs a number of filters"))
    #expect(session.text(of: "add conv many 3x3").contains("nothing is called \"many\""))
  }
}

extension Setting {
  /// Gives the setting of a layer a value that is allowed and not the usual one.
  fileprivate func change(_ root: inout Root) {
    switch place {
    case .number(let path, let bounds): root[keyPath: path] = bounds.contains(0.25) ? 0.25 : 2
    case .optionalNumber(let path, _): root[keyPath: path] = 3
    case .count(let path, _): root[keyPath: path] = 7
    case .flag(let path): root[keyPath: path].toggle()
    case .choice(let choice):
      choice.choose(&root, choice.words.first { $0 != choice.word(root) } ?? "")
    case .initializer(let path): root[keyPath: path] = .constant(0.1)
    case .size(let path, _): root[keyPath: path] = WindowSize(3, 2)
    case .stride(let path): root[keyPath: path] = WindowSize(2)
    case .optionalStride(let path): root[keyPath: path] = WindowSize(2, 1)
    case .name(let path): root[keyPath: path] = "mine"
    case .numbers, .optionalCount, .countOrAll, .monitor, .written: break
    }
  }
}
