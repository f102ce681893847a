import Foundation
import TensorEngine
import Testing

@testable import engine_bench

/// The data of the workloads are the numbers that the programs of others are measured with.
@Suite("The data of the workloads")
struct WorkloadDataTests {
  /// The file `checks.json` of the workloads, decoded.
  struct Checks: Decodable {
    var splitmix64Seed1First3: [String]
    var image0First8: [UInt8]
    var image59999Last8: [UInt8]
    var imageByteSum: Int
    var labelsFirst10: [Int32]
    var labelCounts: [Int]
    var circlesTrainFirst2: [[Double]]
    var circlesTrainSum: [Double]
  }

  /// The folder of the workloads: where OVERFIT_BENCH points, else `shared/bench` beside the
  /// package or beside one of the folders above it.
  private static let folder: URL? = {
    let given = ProcessInfo.processInfo.environment["OVERFIT_BENCH"]
    if let given { return URL(fileURLWithPath: given) }
    var folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    while folder.path != "/" {
      let found = folder.appendingPathComponent("shared/bench")
      if FileManager.default.fileExists(atPath: found.path) { return found }
      folder.deleteLastPathComponent()
    }
    return nil
  }()

  @Test("begin as the published generator does")
  func generator() {
    // Vigna's splitmix64.c from seed 1.
    var random = SplitMix64(seed: 1)
    #expect(
      (0..<3).map { _ in random.next() } == [
        0x910a_2dec_8902_5cc1, 0xbeeb_8da1_658e_ec67, 0xf893_a2ee_fb32_555e,
      ])
  }

  @Test("are circles around 0 and bytes of every value")
  func extract() throws {
    let circles = try WorkloadData.circles(seed: 1)
    #expect(circles.count == 1000)
    #expect(circles.input(at: 0) == [-0.7510501742362976, -0.4361205995082855])
    #expect(circles.input(at: 1) == [-0.46098241209983826, 0.06322317570447922])
    let images = try WorkloadData.noiseImages(count: 3)
    #expect(Array(images.rawInput(at: 0).prefix(8)) == [237, 143, 1, 219, 228, 20, 11, 29])
    #expect(images.inputShape == [784])
    #expect(images.input(at: 0)[0] == 237 * (1 / 255 as Float))
    guard case .classes(let labels, 10) = images.targets else {
      Issue.record("\(images.targets)")
      return
    }
    #expect(labels == [8, 4, 7])
  }

  @Test("are those of the file of checks", .enabled(if: folder != nil, "no file of checks here"))
  func checks() throws {
    let file = try #require(Self.folder).appendingPathComponent("data/checks.json")
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let checks = try decoder.decode(Checks.self, from: Data(contentsOf: file))
    var random = SplitMix64(seed: 1)
    #expect(
      checks.splitmix64Seed1First3 == (0..<3).map { _ in String(random.next(), radix: 16) })
    let circles = try WorkloadData.circles(seed: 1)
    for (row, expected) in checks.circlesTrainFirst2.enumerated() {
      #expect(circles.input(at: row).map { Double($0) } == expected)
    }
    for (feature, expected) in checks.circlesTrainSum.enumerated() {
      let sum = (0..<1000).reduce(0) { $0 + Double(circles.input(at: $1)[feature]) }
      // A last bit of a few points may differ from the other library's sine.
      #expect(abs(sum - expected) < 1e-5)
    }
    try check(images: WorkloadData.noiseImages(count: 60_000), checks)
  }

  private func check(images: Examples, _ checks: Checks) throws {
    guard case .bytes(let bytes) = images.inputs, case .classes(let labels, _) = images.targets
    else {
      Issue.record("\(images.targets)")
      return
    }
    #expect(Array(bytes.prefix(8)) == checks.image0First8)
    #expect(Array(bytes.suffix(8)) == checks.image59999Last8)
    #expect(bytes.reduce(0) { $0 + Int($1) } == checks.imageByteSum)
    #expect(Array(labels.prefix(10)) == checks.labelsFirst10)
    #expect((0..<10).map { number in labels.count { $0 == number } } == checks.labelCounts)
  }
}
