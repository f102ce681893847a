import Foundation
import TensorEngine
import Testing

@testable import Datasets

@Suite("NumPy's files")
struct NPYTests {
  private let ramp = (0..<6).map { Double($0) }

  @Test("hold what NumPy wrote, stored and deflated", arguments: ["stored.npz", "deflated.npz"])
  func types(_ name: String) throws {
    let members = try NPZ.members(of: GoldenFolder.file(name))
    func array(_ name: String) throws -> NPYArray {
      try #require(members.first { $0.name == name }?.array, "\(name)")
    }
    for order in ["little", "big"] {
      for type in ["f2", "f4", "f8", "i2", "i4", "i8"] {
        let read = try array("\(order) \(type)")
        #expect(read.shape == [2, 3])
        #expect(read.numbers == ramp.map { $0 - 2 }, "\(order) \(type)")
      }
    }
    #expect(try array("i1").numbers == ramp.map { $0 - 2 })
    for type in ["u1", "little u2", "big u4", "little u8"] {
      #expect(try array(type).numbers == ramp, "\(type)")
    }
    #expect(try array("?").values == .bytes([0, 1, 1, 1, 1, 1]))
    #expect(try array("fortran").numbers == (0..<24).map { Double($0) })
    #expect(try array("fortran").shape == [2, 3, 4])
    #expect(try array("scalar") == NPYArray(shape: [], values: .floats([1.5])))
    #expect(try array("empty") == NPYArray(shape: [0, 3], values: .floats([])))
    #expect(try array("unicode").values == .texts(["cät", "dog", ""]))
    #expect(try array("big unicode").values == .texts(["cät", "dog"]))
    #expect(try array("bytes").values == .texts(["cat", "do"]))
  }

  @Test("are written byte for byte as NumPy writes them")
  func writing() throws {
    let golden = try GoldenFolder.file("one.npy")
    let tensor = Tensor(shape: [2, 3], elements: ramp.map { Float($0) })
    #expect(NPY.encoded(NPYArray(tensor)) == golden.bytes)
    for name in ["two.npy", "three.npy"] {
      #expect(try NPY.array(GoldenFolder.file(name)) == NPYArray(tensor))
    }
  }

  @Test("come back equal from an archive, and give the same bytes each time")
  func archive() throws {
    let arrays: [NPYArray] = [
      NPYArray(Tensor(shape: [2, 2], elements: [.nan, -0.0, .leastNonzeroMagnitude, .infinity])),
      NPYArray(shape: [3], values: .integers([.min, 0, .max])),
      NPYArray(shape: [], values: .doubles([0.1])), NPYArray(shape: [0], values: .bytes([])),
      NPYArray(shape: [2, 1], values: .texts(["ä😀", ""])),
    ]
    let members = arrays.enumerated().map { NPZ.Member(name: "\($0).kérnel", array: $1) }
    let bytes = try NPZ.encoded(members)
    #expect(try NPZ.encoded(members) == bytes)
    let read = try NPZ.members(of: FileBytes(name: "a.npz", bytes: bytes))
    #expect(read.map(\.name) == members.map(\.name))
    for (one, other) in zip(read, arrays) {
      #expect(NPY.encoded(one.array) == NPY.encoded(other))
    }
    #expect(datasetProblem { () throws(DatasetError) in try NPZ.encoded([]) } != nil)
    #expect(
      datasetProblem { () throws(DatasetError) in
        try NPZ.encoded([members[0], members[0]])
      } != nil)
  }

  @Test("say what is wrong with them")
  func errors() throws {
    func problem(_ bytes: [UInt8]) -> String? {
      datasetProblem { () throws(DatasetError) in
        try NPY.array(FileBytes(name: "a.npy", bytes: bytes))
      }
    }
    func problem(ofGolden name: String) throws -> String? {
      try problem(GoldenFolder.file(name).bytes)
    }
    #expect(try problem(ofGolden: "objects.npy")?.contains("Python objects") == true)
    #expect(try problem(ofGolden: "complex.npy")?.contains("\"<c16\", which can't be read") == true)
    #expect(try problem(ofGolden: "records.npy")?.contains("does not say type") == true)
    #expect(try problem(ofGolden: "points.npz")?.contains("not a file that numpy.save") == true)
    let golden = try GoldenFolder.file("one.npy").bytes
    for count in 0..<golden.count { #expect(problem(Array(golden.prefix(count))) != nil) }
    #expect(
      problem(golden + [0])
        == "a.npy: its header promises 2 x 3 values of 4 bytes, but 25 bytes follow")
    func changed(_ old: String, _ new: String) -> String? {
      problem(replaced(golden, old, new))
    }
    #expect(changed("'<f4'", "'<f3'")?.contains("can't be read") == true)
    #expect(changed("(2, 3)", "(9, 9)")?.contains("promises 9 x 9") == true)
    #expect(changed("descr", "desrc")?.contains("does not say type") == true)
    #expect(changed("False", "Fals!")?.contains("can't be read") == true)
    #expect(changed("(2, 3), }", "(99999999999999999999), }") != nil)
  }

  /// The bytes with a text in their header replaced by one of the same length.
  private func replaced(_ bytes: [UInt8], _ old: String, _ new: String) -> [UInt8] {
    let place = bytes.firstRange(of: Array(old.utf8))
    guard let place else { return [] }
    return Array(bytes[..<place.lowerBound]) + Array(new.utf8) + Array(bytes[place.upperBound...])
  }

  @Test("refuse a damaged archive", arguments: ["stored.npz", "deflated.npz"])
  func damagedArchive(_ name: String) throws {
    let golden = try GoldenFolder.file(name).bytes
    func problem(_ bytes: [UInt8]) -> String? {
      datasetProblem { () throws(DatasetError) in
        try NPZ.members(of: FileBytes(name: "a.npz", bytes: bytes))
      }
    }
    #expect(problem(golden) == nil)
    for count in stride(from: 0, to: golden.count, by: 97) {
      #expect(problem(Array(golden.prefix(count))) != nil)
    }
    // A byte in the data of the first member: the checksum differs.
    var changed = golden
    changed[100] ^= 1
    #expect(problem(changed) != nil)
    #expect(problem(Array("PK\u{3}\u{4}".utf8) + [UInt8](repeating: 0, count: 100)) != nil)
  }

  @Test("never trap, whatever their bytes")
  func fuzz() throws {
    for name in ["one.npy", "stored.npz", "deflated.npz", "digits.npz"] {
      let golden = try GoldenFolder.file(name)
      let words = RandomStream(seed: 1, name: "fuzz \(name)").words(count: 4000)
      for number in 0..<600 {
        var file = golden
        for change in 0..<(1 + number % 4) {
          let word = Int(words[number * 5 + change])
          file.bytes[word % file.bytes.count] = UInt8(word >> 24)
        }
        _ = try? NPY.array(file)
        _ = try? NumPyData.dataset(file)
        if name == "one.npy" { _ = try? NumPyData.dataset(inputs: file, targets: golden) }
      }
    }
  }
}
