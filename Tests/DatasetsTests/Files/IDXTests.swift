import Datasets
import Testing

@Suite("IDX")
struct IDXTests {
  private func images(_ bytes: [UInt8]) throws -> IDXImages {
    try IDX.images(FileBytes(name: "images", bytes: bytes))
  }

  private func labels(_ bytes: [UInt8]) throws -> [UInt8] {
    try IDX.labels(FileBytes(name: "labels", bytes: bytes))
  }

  @Test("reads images, packed or not")
  func readsImages() throws {
    let file = TinyMNIST.images(count: 2, height: 2, width: 3)
    for bytes in [file, StoredGzip.packed(file)] {
      let found = try images(bytes)
      #expect([found.count, found.height, found.width] == [2, 2, 3])
      #expect(Array(found.pixels) == Array(0..<12))
    }
  }

  @Test("reads labels, packed or not")
  func readsLabels() throws {
    let file = TinyMNIST.labels([5, 0, 9])
    #expect(try labels(file) == [5, 0, 9])
    #expect(try labels(StoredGzip.packed(file)) == [5, 0, 9])
  }

  @Test("refuses another magic number")
  func magic() {
    #expect(failure { try images([0, 0, 8, 2, 0, 0, 0, 1]) }?.file == "images")
    #expect(failure { try images([]) }?.problem == "this is not an IDX file of images")
    #expect(failure { try labels([1]) }?.problem == "this is not an IDX file of labels")
    let swapped = failure { try images(TinyMNIST.labels([1, 2])) }
    #expect(swapped?.problem == "it holds labels, but here must be images")
    #expect(
      failure { try labels(TinyMNIST.images(count: 1)) }?.problem
        == "it holds images, but here must be labels")
  }

  @Test("refuses a file of another length than its header promises")
  func lengths() {
    let file = TinyMNIST.images(count: 2)
    for length in 0..<file.count {
      #expect(failure { try images(Array(file.prefix(length))) }?.file == "images")
    }
    #expect(
      failure { try images(file.dropLast()) }?.problem
        == "its header promises 12 bytes, but 1 bytes are missing: the file is cut off")
    #expect(
      failure { try images(file + [0, 0]) }?.problem
        == "its header promises 12 bytes, but 2 bytes more follow")
    #expect(failure { try labels(TinyMNIST.labels([1]) + [1]) } != nil)
  }

  @Test("refuses sizes that nothing can hold")
  func sizes() {
    let huge: [UInt8] = [0, 0, 8, 3] + [UInt8](repeating: 0xff, count: 12)
    #expect(failure { try images(huge) }?.problem.contains("4294967295 x 4294967295") == true)
    #expect(failure { try images(TinyMNIST.images(count: 0)) }?.problem == "it holds no images")
    #expect(failure { try images(TinyMNIST.images(count: 1, height: 0)) } != nil)
    #expect(failure { try labels(TinyMNIST.labels([])) }?.problem == "it holds no labels")
    let many: [UInt8] = [0, 0, 8, 3, 0xff, 0xff, 0xff, 0xff, 0, 0, 0x10, 0, 0, 0, 0x10, 0]
    #expect(failure { try images(many) } != nil)
  }

  @Test("refuses a label above 9")
  func labelRange() {
    let error = failure { try labels(TinyMNIST.labels([9, 10, 3])) }
    #expect(error?.problem == "label 2 is 10, but the classes go from 0 to 9")
  }

  @Test("finds every flipped bit of a packed file, or reads the same")
  func flippedBits() throws {
    let packed = StoredGzip.packed(TinyMNIST.images(count: 3))
    let expected = try images(packed)
    for bit in 0..<packed.count * 8 {
      var bytes = packed
      bytes[bit / 8] ^= 1 << (bit % 8)
      guard let found = try? images(bytes) else { continue }
      #expect(found.pixels == expected.pixels, "bit \(bit)")
      #expect(found.count == expected.count)
    }
  }

  @Test("reads a plain file with any flipped bit, or refuses it")
  func flippedPlainBits() {
    let plain = TinyMNIST.images(count: 3)
    for bit in 0..<plain.count * 8 {
      var bytes = plain
      bytes[bit / 8] ^= 1 << (bit % 8)
      guard let found = try? images(bytes) else { continue }
      #expect(found.pixels.count == found.count * found.height * found.width)
    }
  }
}
