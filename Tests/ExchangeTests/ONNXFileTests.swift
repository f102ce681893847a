import Networks
import TensorEngine
import Testing

@testable import Exchange

@Suite("Files of ONNX")
struct ONNXFileTests {
  @Test("fields of Protocol Buffers are as its documentation writes them")
  func fields() {
    var message = ProtobufWriter()
    message.append(150, field: 1)
    #expect(message.bytes == [0x08, 0x96, 0x01])
    message = ProtobufWriter()
    message.append("testing", field: 2)
    #expect(message.bytes == [0x12, 0x07] + Array("testing".utf8))
    message = ProtobufWriter()
    message.append(-1, field: 1)
    #expect(message.bytes == [0x08] + [UInt8](repeating: 0xFF, count: 9) + [1])
  }

  @Test("every kind of layer is written, the same each time, and what is left out is told")
  func layers() throws {
    for network in try Fixtures.networks() {
      let file = try ONNXFile.file(of: network, preparation: nil)
      #expect(file == (try ONNXFile.file(of: network, preparation: nil)))
      #expect(file.bytes.starts(with: [0x08, 8, 0x12, 7] + Array("overfit".utf8)))
      let text = String(decoding: file.bytes, as: Unicode.ASCII.self)
      #expect(text.contains("BatchNormalization"))
      #expect(text.contains(network.name == "image" ? "Conv" : "Gemm"))
    }
    let table = try ONNXFile.file(of: Fixtures.networks()[0], preparation: nil)
    #expect(table.notes == [.trainingLayers(["dropout 0.25", "gaussian_noise 0.5"])])
  }

  @Test("nothing but layers can be written")
  func empty() {
    #expect(throws: ExchangeError.nothingToWrite) {
      try ONNXFile.file(of: Network(name: "n", inputShape: [2]), preparation: nil)
    }
  }
}
