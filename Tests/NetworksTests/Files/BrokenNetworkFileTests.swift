import Networks
import TensorEngine
import Testing

@Suite("A broken network file")
struct BrokenNetworkFileTests {
  private static let network: Network = {
    var network = Network(name: "net", inputShape: [2], seed: 4)
    try? network.add(Dense(units: 3, activation: .tanh))
    try? network.add(Dropout(rate: 0.5))
    try? network.add(Dense(units: 1, activation: .sigmoid))
    return network
  }()

  private static func trained() throws -> Network {
    let examples = try Samples.circles(points: 20)
    let settings = TrainingSettings(epochs: 1, optimizer: .adam(Adam()))
    return try Trainer(
      network: network, examples: examples, trainingRows: Samples.rows(0..<20), settings: settings
    ).run().network
  }

  private func problem(_ bytes: [UInt8]) -> String {
    do throws(NetworkFileError) {
      _ = try NetworkDocument(reading: bytes)
      return "none"
    } catch {
      return error.problem
    }
  }

  /// The problem of a file in which one text of a note stands for another.
  private func problem(replacing old: String, with new: String) throws -> String {
    let file = try Safetensors(reading: NetworkDocument(network: Self.trained()).encoded())
    let notes = file.metadata.map {
      Safetensors.Note($0.name, $0.text.replacing(old, with: new, maxReplacements: 1))
    }
    #expect(notes != file.metadata, "\(old) is nowhere in the file")
    return problem(try Safetensors(tensors: file.tensors, metadata: notes).encoded())
  }

  @Test("is refused at every length at which it is cut off")
  func truncated() throws {
    let bytes = try NetworkDocument(network: Self.trained()).encoded()
    for count in 0..<bytes.count { #expect(problem(Array(bytes.prefix(count))) != "none") }
    #expect(problem(bytes + [0]).contains("its tensors end at byte"))
    #expect(problem(bytes) == "none")
  }

  @Test("is refused for a header that is too long or no JSON")
  func headers() {
    #expect(problem([]).hasPrefix("it has 0 bytes"))
    #expect(problem([UInt8](repeating: 255, count: 100)).contains("promise a header"))
    #expect(
      problem([0, 0x10, 0xF5, 5, 0, 0, 0, 0] + Array("{}".utf8)).contains("promise a header"))
    #expect(problem([200, 0, 0, 0, 0, 0, 0, 0] + Array("{}".utf8)).contains("cut off"))
    #expect(problem([2, 0, 0, 0, 0, 0, 0, 0] + Array("[]".utf8)).contains("does not begin with {"))
    #expect(problem(Array("PK\u{3}\u{4} and so on".utf8)).contains("this is not a safetensors"))
    #expect(problem([3, 0, 0, 0, 0, 0, 0, 0] + Array("{a}".utf8)).contains("it is not JSON"))
    #expect(problem([2, 0, 0, 0, 0, 0, 0, 0] + Array("{}".utf8)).contains("no network"))
  }

  private func safetensors(_ header: String, data: Int) -> String {
    let length = (0..<8).map { UInt8(truncatingIfNeeded: header.utf8.count >> (8 * $0)) }
    return problem(length + Array(header.utf8) + [UInt8](repeating: 0, count: data))
  }

  @Test("is refused for tensors that overlap, leave holes or have another length")
  func offsets() {
    func entry(_ name: String, _ begin: Int, _ end: Int, shape: String = "[1]") -> String {
      "\"\(name)\":{\"dtype\":\"F32\",\"shape\":\(shape),\"data_offsets\":[\(begin),\(end)]}"
    }
    #expect(safetensors("{\(entry("a", 0, 4)),\(entry("b", 0, 4))}", data: 4).contains("overlaps"))
    #expect(safetensors("{\(entry("a", 0, 4)),\(entry("b", 8, 12))}", data: 12).contains("a hole"))
    #expect(safetensors("{\(entry("a", 0, 4))}", data: 8).contains("its tensors end at byte 4"))
    #expect(safetensors("{\(entry("a", 0, 8))}", data: 4).contains("cut off"))
    #expect(safetensors("{\(entry("a", 4, 0))}", data: 4).contains("the smaller one first"))
    #expect(safetensors("{\(entry("a", 0, 4, shape: "[2]"))}", data: 4).contains("does not fit"))
    let huge = "[4611686018427387904,4]"
    #expect(safetensors("{\(entry("a", 0, 4, shape: huge))}", data: 4).contains("does not fit"))
    #expect(safetensors("{\(entry("a", 0, 4, shape: "[-1]"))}", data: 4).contains("whole number"))
    #expect(safetensors("{\(entry("a", 0, 4)),\(entry("a", 4, 8))}", data: 8).contains("twice"))
    let half = entry("a", 0, 2).replacing("F32", with: "F16")
    #expect(safetensors("{\(half)}", data: 2).contains("\"F16\", and F32 is expected"))
  }

  @Test("is refused for settings that could not have been typed")
  func settings() throws {
    #expect(
      try problem(replacing: "\"dropout\"", with: "\"lambda\"")
        == "layer 2 is of the kind \"lambda\", which is not known here")
    #expect(
      try problem(replacing: "\"tanh\"", with: "\"tonh\"")
        == "layer 1, dense: activation: \"tonh\" is not known here")
    #expect(try problem(replacing: "\"units\":3", with: "\"units\":-3").contains("units must be"))
    #expect(
      try problem(replacing: "\"units\":3", with: "\"units\":1000000").contains("is expected"))
    #expect(
      try problem(replacing: "\"units\":3", with: "\"unit\":3").contains("\"units\" is missing"))
    #expect(try problem(replacing: "\"rate\":0.5", with: "\"rate\":1.5").contains("rate must be"))
    #expect(try problem(replacing: "\"input\":[2]", with: "\"input\":[0]").contains("inputs can't"))
    #expect(
      try problem(replacing: "\"epochs\":1", with: "\"epochs\":-1").contains("epochs can't be"))
    #expect(
      try problem(replacing: "\"steps\":1", with: "\"steps\":9223372036854775807")
        .contains("steps can't be"))
    #expect(try problem(replacing: "\"beta1\":0.9", with: "\"beta1\":2").contains("beta1 must be"))
    #expect(try problem(replacing: "\"l1\":0.0", with: "\"l1\":\"nan\"").contains("l1 must be"))
    #expect(try problem(replacing: "1.kernel", with: "9.kernel").contains("is missing"))
    #expect(try problem(replacing: "\"net\"", with: "\"n\\u001b[2J\"").contains("can't be printed"))
  }

  @Test("is refused for a weight that is no finite number")
  func notFinite() throws {
    for value in [Float.nan, .infinity] {
      var network = try Self.trained()
      try network.setParameter("bias", ofLayer: 2, to: Tensor(shape: [1], elements: [value]))
      let bytes = try NetworkDocument(network: network).encoded()
      #expect(
        problem(bytes) == "layer 3, dense: \"3.bias\" holds a value that is no finite number")
    }
  }

  @Test("never traps, whatever its bytes", arguments: 0..<4)
  func fuzz(part: Int) throws {
    let seed = try NetworkDocument(network: Self.trained()).encoded()
    let examples = try Samples.circles(points: 4)
    let words = RandomStream(seed: UInt64(part), name: "fuzz").words(count: 5000)
    for number in 0..<400 {
      var bytes = seed
      for change in 0..<(1 + number % 4) {
        let word = Int(words[number * 5 + change])
        bytes[word % (number % 2 == 0 ? bytes.count : 1800)] = UInt8(word >> 24)
      }
      guard let read = try? NetworkDocument(reading: bytes), read.network.inputShape == [2] else {
        continue
      }
      _ = try? read.network.predict(examples)
      _ = try? Trainer(
        network: read.network, examples: examples, trainingRows: Samples.rows(0..<4),
        settings: TrainingSettings(optimizer: .adam(Adam()))
      ).run()
    }
  }
}
