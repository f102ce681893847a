import Datasets
import JSON
import Networks
import TensorEngine
import Testing

@testable import Exchange

@Suite("Files of Keras that are refused")
struct RefusedFileTests {
  @Test("layers that are not known, and models that branch, by their names")
  func models() throws {
    #expect(
      try Fixtures.refusal("recurrent.json")
        == .layer(name: "memory", kind: "LSTM", .unknownClass))
    guard case .branch = try Fixtures.refusal("branches.json") else {
      Issue.record("a model with two outputs is no chain")
      return
    }
  }

  @Test("what of HDF5 is not read, by its name")
  func features() throws {
    #expect(
      try Fixtures.refusal("unread.h5").flatMap { fault(of: $0) }
        == .at("layers", .at("dense", .at("vars", .at("0", .unsupported("packed data"))))))
    guard case .unsupported("soft links") = innermost(try Fixtures.refusal("soft.h5")) else {
      Issue.record("\(String(describing: try Fixtures.refusal("soft.h5")))")
      return
    }
    #expect(innermost(try Fixtures.refusal("external.h5")) == .unsupported("links to other files"))
  }

  @Test(
    "a setting that can't be taken over is refused with its value",
    arguments: [
      (#""dilation_rate": [2, 2]"#, "dilation_rate", "[2,2]"),
      (#""data_format": "channels_first""#, "data_format", #""channels_first""#),
      (#""groups": 2"#, "groups", "2"), (#""activation": "mish""#, "activation", #""mish""#),
      (#""bias_regularizer": {"class_name": "L2"}"#, "bias_regularizer", #"{"class_name":"L2"}"#),
      (#""something_new": true"#, "something_new", "true"),
      (#""padding": "causal""#, "padding", #""causal""#),
      (#""dtype": "float16""#, "dtype", #""float16""#),
      (#""kernel_size": [3]"#, "kernel_size", "[3]"),
    ])
  func settings(_ typed: String, _ name: String, _ value: String) {
    let size = typed.contains("kernel_size") ? "" : #""kernel_size": 3,"#
    let config = #"{"name": "eyes", "filters": 1, \#(size) \#(typed)}"#
    expect(
      model(#"{"class_name": "Conv2D", "config": \#(config)}"#, input: "[null, 8, 8, 1]"),
      .layer(name: "eyes", kind: "Conv2D", .setting(name, value: value)))
  }

  @Test("a null or false setting says nothing, and a class of one's own is none of Keras's")
  func harmless() throws {
    let layer = #"{"class_name": "Dense", "config": {"units": 1, "new": null, "other": false}}"#
    _ = try KerasFile.network(of: file(model(layer, input: "[null, 2]")), seed: 0)
    expect(
      model(
        #"{"class_name": "Dense", "registered_name": "mine>Dense", "config": {"name": "d"}}"#,
        input: "[null, 2]"),
      .layer(name: "d", kind: "mine>Dense", .unknownClass))
  }

  @Test("sizes beyond every network are refused before anything is taken for them")
  func sizes() {
    let layer = #"{"class_name": "Dense", "config": {"name": "d", "units": 1000000}}"#
    guard
      case .layer("d", "Dense", .engine(.outOfRange))? = refusal(
        model(layer, input: "[null, 1000000000]"))
    else {
      Issue.record("a million units of a thousand million inputs are too many")
      return
    }
    expect(model(layer, input: "[null, null]"), .input("[null,null]"))
    expect(model(layer, input: "[null]"), .input("[null]"))
    expect(model(layer, input: "[null, 0]"), .input("[null,0]"))
    let budget = MemoryBudget(limit: 1 << 20)
    MemoryBudget.$current.withValue(budget) {
      guard case .memory? = refusal(model(layer, input: "[null, 50]")) else {
        Issue.record("200 MB do not fit into 1 MiB")
        return
      }
    }
  }

  @Test("a thousand layers are read in a moment, half of them frozen, and no more than that")
  func depth() throws {
    func layers(_ count: Int) -> String {
      (0..<count).map { number in
        let frozen = number.isMultiple(of: 2) ? #","trainable":false"# : ""
        return #"{"class_name": "Dense", "config": {"units": 2, "name": "d\#(number)"\#(frozen)}}"#
      }.joined(separator: ",")
    }
    let network = try KerasFile.network(of: file(model(layers(999), input: "[null, 2]")), seed: 0)
    #expect(network.network.layers.count == 999)
    expect(model(layers(1000), input: "[null, 2]"), .tooManyLayers(1001, limit: 1000))
    // Text that nobody would read to its end is not taken apart first.
    let filled =
      model(layers(2), input: "[null, 2]") + String(repeating: " ", count: KerasFile.modelLimit)
    expect(filled, .modelTooLong(filled.utf8.count, limit: KerasFile.modelLimit))
  }

  @Test("weights of another network are refused with the layer's name")
  func weights() throws {
    let file = try Fixtures.file("table.keras")
    var network = Network(name: "n", inputShape: [3])
    try network.add(Dense(units: 4))
    #expect(throws: ExchangeError.weightedLayers(3, expected: 1)) {
      try KerasFile.weights(of: file, for: network)
    }
    try network.add(BatchNorm())
    try network.add(Dense(units: 3))
    #expect(
      throws: ExchangeError.layer(
        name: "layer 3", kind: "dense 3 linear",
        .weightShape("kernel", [4, 2], expected: [4, 3]))
    ) {
      try KerasFile.weights(of: file, for: network)
    }
  }

  @Test("a weight that is no finite number is refused")
  func notFinite() throws {
    var network = try Fixtures.networks()[0]
    var bias = try #require(network.parameters[0]["bias"])
    bias.elements[2] = .nan
    try network.setParameter("bias", ofLayer: 0, to: bias)
    let file = try KerasFile.file(.archive, of: network, settings: nil, preparation: nil)
    #expect(throws: ExchangeError.layer(name: "hidden", kind: "Dense", .notFinite("bias"))) {
      try KerasFile.network(of: FileBytes(name: "x", bytes: file.bytes), seed: 0)
    }
  }

  @Test("whatever is cut off is refused, wherever it ends")
  func cutOff() throws {
    for name in ["table.keras", "old.h5", "chain.json"] {
      let bytes = try Fixtures.file(name).bytes
      for end in stride(from: 0, to: bytes.count - 1, by: max(1, bytes.count / 150)) {
        let cut = FileBytes(name: name, bytes: Array(bytes[..<end]))
        #expect(throws: ExchangeError.self, "\(name), \(end) bytes") {
          try KerasFile.network(of: cut, seed: 0)
        }
      }
    }
  }

  private func model(_ layer: String, input: String) -> String {
    let start = #"{"class_name": "InputLayer", "config": {"batch_shape": \#(input)}}"#
    return
      #"{"class_name": "Sequential", "config": {"name": "m", "layers": [\#(start), \#(layer)]}}"#
  }

  private func file(_ text: String) -> FileBytes {
    FileBytes(name: "m.json", bytes: Array(text.utf8))
  }

  private func refusal(_ text: String) -> ExchangeError? {
    do throws(ExchangeError) {
      _ = try KerasFile.network(of: file(text), seed: 0)
      return nil
    } catch {
      return error
    }
  }

  private func expect(_ text: String, _ error: ExchangeError) {
    #expect(refusal(text) == error)
  }

  private func fault(of error: ExchangeError) -> HDF5Fault? {
    if case .hdf5(let fault) = error { fault } else { nil }
  }

  private func innermost(_ error: ExchangeError?) -> HDF5Fault? {
    var fault = error.flatMap { self.fault(of: $0) }
    while case .at(_, let inner)? = fault { fault = inner }
    return fault
  }
}
