import Foundation
import Networks
import TensorEngine
import Testing

@Suite("Safetensors")
struct SafetensorsTests {
  private func golden(_ name: String) throws -> [UInt8] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Golden")
    return [UInt8](try Data(contentsOf: folder.appending(path: name)))
  }

  @Test("reads what the Python package wrote")
  func python() throws {
    let file = try Safetensors(reading: golden("python.safetensors"))
    #expect(file.metadata == [Safetensors.Note("made by", "sävetensors")])
    #expect(
      file.tensor("1.kernel")
        == Tensor(shape: [2, 3], elements: (0..<6).map { Float($0) / 7 }))
    let bias = try #require(file.tensor("1.bias"))
    #expect(bias.elements.map(\.bitPattern) == [0x3DCC_CCCD, 0x8000_0000, 0x0001_16C2])
    // A double is rounded to 32 bits.
    #expect(
      file.tensor("2.kernel")
        == Tensor(shape: [3, 1], elements: (0..<3).map { Float(Double($0) / 3) }))
    #expect(file.tensor("3.kernel") == nil)
  }

  /// A change of the format that this file does not survive needs a new version.
  @Test("still reads a network that an earlier version has saved")
  func earlierVersion() throws {
    let document = try NetworkDocument(reading: golden("network.safetensors"))
    let network = document.network
    #expect(
      network.layers.map(\.text) == [
        "dense 3 tanh l2=0.01 name=hidden", "batchnorm", "dropout 0.3", "dense 1 sigmoid",
      ])
    #expect((network.seed, network.training.epochs, network.training.steps) == (11, 2, 6))
    #expect(document.history.records.map(\.epoch) == [1, 2])
    #expect(document.settings?.optimizer == .adam(Adam(learningRate: 0.01)))
    // `predict 0.5 -0.2` printed 64.2%.
    let scaling = try #require(document.preparation?.scaling)
    let input = zip([0.5, -0.2], zip(scaling.shift, scaling.scale)).map { value, numbers in
      Float((value - numbers.0) / numbers.1)
    }
    let example = try Examples(
      inputShape: [2], inputs: .floats(input), targets: .classes([0], count: 2))
    let probability = try network.predict(example).elements[0]
    #expect(abs(probability - 0.642) < 0.0005)
  }

  @Test("gives weights of the Python package to a network")
  func weights() throws {
    var network = try Samples.network([2], Dense(units: 3, activation: .tanh))
    let file = try Safetensors(reading: golden("python.safetensors"))
    try network.setParameters(file.tensors.filter { $0.name != "2.kernel" })
    #expect(network.parameters[0].tensors == [file.tensor("1.kernel"), file.tensor("1.bias")])
    let before = network
    #expect(throws: NetworkFileError.tensor("2.kernel", .unknown)) {
      try network.setParameters(file.tensors)
    }
    #expect(network == before)
  }

  @Test("has a header of a multiple of 8 bytes, and the layout that the format asks for")
  func layout() throws {
    let file = Safetensors(
      tensors: [
        NamedTensor("a", Tensor(shape: [2], elements: [1, -2])),
        NamedTensor("empty", Tensor(shape: [0, 3])), NamedTensor("one", Tensor(shape: [])),
      ], metadata: [Safetensors.Note("k", "\"v\"\n")])
    let bytes = try file.encoded()
    let length = Int(bytes[0]) + Int(bytes[1]) << 8
    #expect(length % 8 == 0 && bytes[8] == UInt8(ascii: "{"))
    #expect(
      String(decoding: bytes[8..<8 + length], as: UTF8.self).trimmingCharacters(in: .whitespaces)
        == #"{"__metadata__":{"k":"\"v\"\n"},"#
        + #""a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"#
        + #""empty":{"dtype":"F32","shape":[0,3],"data_offsets":[8,8]},"#
        + #""one":{"dtype":"F32","shape":[],"data_offsets":[8,12]}}"#)
    #expect(Array(bytes[(8 + length)...]) == [0, 0, 0x80, 0x3F, 0, 0, 0, 0xC0, 0, 0, 0, 0])
    #expect(try Safetensors(reading: bytes) == file)
    #expect(try Safetensors(reading: Safetensors(tensors: []).encoded()).tensors.isEmpty)
  }
}
