import Networks
import TensorEngine
import Testing

@Suite("The title of a layer")
struct LayerTitleTests {
  @Test("has the kind and the settings that stand without their names, and no others")
  func title() throws {
    let dense = Dense(units: 8, activation: .tanh, l2: 0.01, name: "first")
    #expect(dense.title == "dense 8 tanh")
    #expect(dense.positionalText == "8 tanh")
    #expect(dense.text == "dense 8 tanh l2=0.01 name=first")
  }

  @Test("is the kind alone where there is nothing else, and is in the summary of a network")
  func summary() throws {
    let network = try Samples.network([2, 2, 1], Flatten(), Dense(units: 1))
    #expect(network.summaries.map(\.title) == ["flatten", network.layers[1].title])
    #expect(network.summaries.map(\.positionalText).first == "")
  }
}
