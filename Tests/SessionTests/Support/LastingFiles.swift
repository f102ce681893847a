import Datasets
import Foundation
import Networks
import TensorEngine

/// Files whose reading takes its time, made once for all tests, and a place to write to.
enum LastingFiles {
  private static let examples = 100_000

  static let inputs = written("x.npy") { NPY.encoded(NPYArray(numbers([examples, 4]))) }
  static let targets = written("y.npy") { NPY.encoded(NPYArray(numbers([examples]))) }
  static let archive = written("xy.npz") {
    try NPZ.encoded([
      NPZ.Member(name: "x", array: NPYArray(numbers([examples, 4]))),
      NPZ.Member(name: "y", array: NPYArray(numbers([examples]))),
    ])
  }
  static let table = written("table.csv") {
    Array(("a,b,y\n" + (0..<examples).map { "\($0),0.5,\($0 % 3)\n" }.joined()).utf8)
  }
  static let network = written("network.safetensors") {
    var network = Network(name: "network", inputShape: [2000], seed: 1)
    try network.add(Dense(units: 2000))
    return try NetworkDocument(network: network).encoded()
  }
  /// Where a file may be written.
  static let saved = "\(folder)/saved.safetensors"
  static let predictions = "\(folder)/saved.csv"

  private static let folder: String = {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("overfit-lasting-files")
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder.path
  }()

  private static func numbers(_ sizes: [Int]) -> Tensor {
    let shape = Shape(sizes)
    return Tensor(shape: shape, elements: (0..<shape.count).map { Float($0 % 1000) / 8 })
  }

  private static func written(_ name: String, _ bytes: () throws -> [UInt8]) -> String {
    let path = "\(folder)/\(name)"
    try? Data(bytes()).write(to: URL(fileURLWithPath: path), options: .atomic)
    return path
  }
}
