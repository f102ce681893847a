import Networks
import TensorEngine
import Testing

@Suite("Settings of layers are declared once")
struct LayerSettingTests {
  /// Each setting of a kind of layer, changed alone, in a layer that may have it.
  private func changes<Kind: Layer>(of type: Kind.Type) -> [(name: String, layer: Kind)] {
    type.settings.map { setting in
      var layer = type.usual
      for case .choice(let choice) in type.settings.map(\.place) {
        for word in choice.words where setting.condition?.holds(layer) == false {
          choice.choose(&layer, word)
        }
      }
      #expect(setting.change(&layer), "\(type.kind) \(setting.name)")
      return (setting.name, layer)
    }
  }

  @Test("every stored property is a declared setting", arguments: LayerTable.kinds)
  func properties(_ kind: String) {
    func check<Kind: Layer>(_ type: Kind.Type) {
      let usual = Mirror(reflecting: type.usual).children
      let changed = changes(of: type).map { change in
        zip(usual, Mirror(reflecting: change.layer).children).filter {
          "\($0.0.value)" != "\($0.1.value)"
        }.compactMap(\.0.label)
      }
      #expect(Set(changed.joined()) == Set(usual.compactMap(\.label)))
      #expect(changed.allSatisfy { !$0.isEmpty })
    }
    if let type = LayerTable.type(of: kind) { check(type) }
  }

  @Test("every one comes back from a file, and is in the text", arguments: LayerTable.kinds)
  func files(_ kind: String) throws {
    func check<Kind: Layer>(_ type: Kind.Type) throws {
      for (name, layer) in changes(of: type) {
        let network = try Samples.network([9, 9, 2], layer)
        let read = try NetworkDocument(
          reading: NetworkDocument(network: network).encoded()
        ).network
        #expect(read.layers.first as? Kind == layer, "\(name)")
        let written = try #require(layer.written.first { $0.name == name })
        #expect(layer.text.contains(written.value.text), "\(layer.text)")
      }
    }
    if let type = LayerTable.type(of: kind) { try check(type) }
  }

  @Test("what the bounds contain is accepted, and nothing else", arguments: LayerTable.kinds)
  func bounds(_ kind: String) {
    func check<Kind: Layer>(_ type: Kind.Type) {
      for (setting, start) in zip(type.settings, changes(of: type).map(\.layer)) {
        for value in [-1, -1e-9, 0, 1e-9, 0.5, 1 - 1e-9, 1, 2, 1e9, .infinity, .nan] {
          var layer = start
          let isContained: Bool
          switch setting.place {
          case .number(let path, let bounds):
            layer[keyPath: path] = value
            isContained = bounds.contains(value)
          case .optionalNumber(let path, let bounds):
            layer[keyPath: path] = value
            isContained = bounds.contains(value)
          case .count(let path, let range):
            guard let count = Int(exactly: value) else { continue }
            layer[keyPath: path] = count
            isContained = range.contains(count)
          default: continue
          }
          let isAccepted = (try? layer.outputShape(for: [9, 9, 2])) != nil
          #expect(isAccepted == isContained, "\(setting.name)=\(value)")
        }
      }
    }
    if let type = LayerTable.type(of: kind) { check(type) }
  }
}
