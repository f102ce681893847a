import JSON
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

  private func error(_ bytes: [UInt8]) -> NetworkFileError? {
    do throws(NetworkFileError) {
      _ = try NetworkDocument(reading: bytes)
      return nil
    } catch {
      return error
    }
  }

  /// The error of a file in which one text of a note stands for another.
  private func error(replacing old: String, with new: String) throws -> NetworkFileError? {
    let file = try Safetensors(reading: NetworkDocument(network: Self.trained()).encoded())
    let notes = file.metadata.map {
      Safetensors.Note($0.name, $0.text.replacing(old, with: new, maxReplacements: 1))
    }
    #expect(notes != file.metadata, "\(old) is nowhere in the file")
    return error(try Safetensors(tensors: file.tensors, metadata: notes).encoded())
  }

  @Test("is refused at every length at which it is cut off")
  func truncated() throws {
    let bytes = try NetworkDocument(network: Self.trained()).encoded()
    for count in 0..<bytes.count { #expect(error(Array(bytes.prefix(count))) != nil) }
    guard case .layout(.tensorsEnd(let end, let count)) = error(bytes + [0]) else {
      Issue.record("a byte too many is read")
      return
    }
    #expect(count == end + 1)
    #expect(error(bytes) == nil)
  }

  @Test("is refused for a header that is too long or no JSON")
  func headers() {
    let object = Array("{}".utf8)
    #expect(error([]) == .layout(.tooShort(byteCount: 0)))
    #expect(
      error([UInt8](repeating: 255, count: 100)) == .layout(.headerTooLong(byteCount: .max)))
    #expect(
      error([0, 0x10, 0xF5, 5, 0, 0, 0, 0] + object)
        == .layout(.headerTooLong(byteCount: 0x5F5_1000)))
    #expect(
      error([200, 0, 0, 0, 0, 0, 0, 0] + object) == .layout(.headerCutOff(byteCount: 200)))
    #expect(error([2, 0, 0, 0, 0, 0, 0, 0] + Array("[]".utf8)) == .layout(.noHeader))
    guard case .layout(.headerTooLong) = error(Array("PK\u{3}\u{4} and so on".utf8)) else {
      Issue.record("a zip archive is read")
      return
    }
    guard
      case .layout(.unreadableHeader(.text(let fault, _))) = error(
        [3, 0, 0, 0, 0, 0, 0, 0] + Array("{a}".utf8))
    else {
      Issue.record("{a} is read")
      return
    }
    #expect(fault == .noJSON)
    #expect(error([2, 0, 0, 0, 0, 0, 0, 0] + object) == .content(.noNetwork(tensorCount: 0)))
  }

  private func safetensors(_ entries: String..., data: Int) -> NetworkFileError? {
    let header = "{\(entries.joined(separator: ","))}"
    let length = (0..<8).map { UInt8(truncatingIfNeeded: header.utf8.count >> (8 * $0)) }
    return error(length + Array(header.utf8) + [UInt8](repeating: 0, count: data))
  }

  @Test("is refused for tensors that overlap, leave holes or have another length")
  func offsets() {
    func entry(_ name: String, _ begin: Int, _ end: Int, shape: String = "[1]") -> String {
      "\"\(name)\":{\"dtype\":\"F32\",\"shape\":\(shape),\"data_offsets\":[\(begin),\(end)]}"
    }
    #expect(
      safetensors(entry("a", 0, 4), entry("b", 0, 4), data: 4)
        == .tensor("b", .misplaced(begin: 0, endBefore: 4)))
    #expect(
      safetensors(entry("a", 0, 4), entry("b", 8, 12), data: 12)
        == .tensor("b", .misplaced(begin: 8, endBefore: 4)))
    #expect(
      safetensors(entry("a", 0, 4), data: 8) == .layout(.tensorsEnd(at: 4, byteCount: 8)))
    #expect(
      safetensors(entry("a", 0, 8), data: 4) == .tensor("a", .cutOff(end: 8, byteCount: 4)))
    #expect(safetensors(entry("a", 4, 0), data: 4) == .tensor("a", .badOffsets))
    #expect(
      safetensors(entry("a", 0, 4, shape: "[2]"), data: 4)
        == .tensor("a", .badSize(shape: [2], byteCount: 4, type: "F32")))
    #expect(
      safetensors(entry("a", 0, 4, shape: "[4611686018427387904,4]"), data: 4)
        == .tensor(
          "a", .badSize(shape: [4_611_686_018_427_387_904, 4], byteCount: 4, type: "F32")))
    #expect(
      safetensors(entry("a", 0, 4, shape: "[-1]"), data: 4)
        == .tensor("a", .noCount(list: "shape")))
    guard
      case .layout(.unreadableHeader(.text(let fault, _))) = safetensors(
        entry("a", 0, 4), entry("a", 4, 8), data: 8)
    else {
      Issue.record("a name that stands twice is read")
      return
    }
    #expect(fault == .repeatedName)
    let half = entry("a", 0, 2).replacing("F32", with: "F16")
    #expect(safetensors(half, data: 2) == .tensor("a", .unknownType("F16")))
  }

  @Test("is refused for settings that could not have been typed")
  func settings() throws {
    #expect(
      try error(replacing: "\"dropout\"", with: "\"lambda\"")
        == .content(.unknownKind(layer: 2, "lambda")))
    #expect(
      try error(replacing: "\"tanh\"", with: "\"tonh\"")
        == .part(.layer(1, "dense"), .json(.value([.member("activation")], .unknown("tonh")))))
    #expect(
      try error(replacing: "\"units\":3", with: "\"units\":1000000")
        == .part(
          .layer(1, "dense"),
          .tensor("1.kernel", .badShape(actual: [2, 3], expected: [2, 1_000_000]))))
    #expect(
      try error(replacing: "\"units\":3", with: "\"unit\":3")
        == .part(.layer(1, "dense"), .json(.value([], .missing("units")))))
    #expect(
      try error(replacing: "\"input\":[2]", with: "\"input\":[0]") == .content(.badInput([0])))
    #expect(
      try error(replacing: "\"epochs\":1", with: "\"epochs\":-1")
        == .content(.badCount(.epochs, -1)))
    #expect(
      try error(replacing: "\"steps\":1", with: "\"steps\":9223372036854775807")
        == .content(.badCount(.steps, .max)))
    #expect(
      try error(replacing: "1.kernel", with: "9.kernel")
        == .part(.layer(1, "dense"), .tensor("9.kernel", .missing(instead: nil))))
    #expect(
      try error(replacing: "\"net\"", with: "\"n\\u001b[2J\"")
        == .content(.unprintableName("n\u{1B}[2J")))
  }

  @Test(
    "is refused where the engine refuses a setting",
    arguments: [
      ("\"units\":3", "\"units\":-3", "units", .layer(1, "dense")),
      ("\"rate\":0.5", "\"rate\":1.5", "rate", .layer(2, "dropout")),
      ("\"beta1\":0.9", "\"beta1\":2", "beta1", .optimizer),
      ("\"l1\":0.0", "\"l1\":\"nan\"", "l1", .layer(1, "dense")),
    ] as [(String, String, String, NetworkFileError.Part)])
  func refused(old: String, new: String, setting: String, part: NetworkFileError.Part) throws {
    let error = try error(replacing: old, with: new)
    switch error {
    case .part(part, .setting(.outOfRange(setting, _, _))),
      .part(part, .setting(.misfit(setting, _))):
      break
    default: Issue.record("\(String(describing: error))")
    }
  }

  @Test("is refused for a weight that is no finite number")
  func notFinite() throws {
    for value in [Float.nan, .infinity] {
      var network = try Self.trained()
      try network.setParameter("bias", ofLayer: 2, to: Tensor(shape: [1], elements: [value]))
      let bytes = try NetworkDocument(network: network).encoded()
      #expect(
        error(bytes) == .part(.layer(3, "dense"), .tensor("3.bias", .notFinite)))
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
