import Testing

@testable import TensorEngine

@Suite("Memory budget")
struct MemoryBudgetTests {
  private let mebibyte = 1 << 20

  @Test("grants what is left, to the byte, and takes nothing for it")
  func grantsWhatIsLeft() throws {
    let budget = MemoryBudget(limit: 10_000, held: 4_000)
    try budget.require(6_000, for: .matrix)
    try budget.require(6_000, for: .matrix)
    #expect(budget.left == 6_000)
    #expect(
      throws: MemoryShortage(need: .matrix, needed: 6_001, left: 6_000, limit: 10_000)
    ) { try budget.require(6_001, for: .matrix) }
    #expect(budget.shortageElsewhere == nil)
  }

  @Test("has nothing left where more is held than may be")
  func overdrawn() {
    let budget = MemoryBudget(limit: 100, held: 200)
    #expect(budget.left == 0)
    #expect(throws: MemoryShortage.self) { try budget.require(1, for: .matrix) }
  }

  @Test("tells the machine's shortage apart from its own, and keeps the first")
  func machine() {
    let budget = MemoryBudget(limit: .max)
    let size = 1 << 60
    let shortage = MemoryShortage(
      need: .dataset, needed: size, left: .max, limit: .max, cause: .machine)
    #expect(throws: shortage) { try budget.require(size, for: .dataset) }
    #expect(throws: MemoryShortage.self) { try budget.require(size, for: .table) }
    #expect(budget.shortageElsewhere == shortage)
  }

  @Test("is raised no further than rights and the machine allow")
  func raising() throws {
    let budget = MemoryBudget(limit: 10_000, held: 4_000)
    try budget.requireRaising(to: mebibyte, most: mebibyte)
    try budget.requireRaising(to: mebibyte, most: nil)
    #expect(budget.shortageElsewhere == nil)
    #expect(throws: MemoryShortage.self) {
      try MemoryBudget(limit: 1).requireRaising(to: 1 << 60, most: nil)
    }
    let shortage = MemoryShortage(
      need: .budget, needed: mebibyte + 1, left: 6_000, limit: mebibyte, cause: .rights)
    #expect(throws: shortage) { try budget.requireRaising(to: mebibyte + 1, most: mebibyte) }
    #expect(budget.shortageElsewhere == shortage)
  }

  @Test("counts bytes without overflow")
  func bytes() {
    #expect(MemoryBudget.bytes(of: Double.self, 3, 5) == 120)
    #expect(MemoryBudget.bytes(of: Float.self, 1 << 40, 1 << 40) == .max)
    #expect(MemoryBudget.bytes(of: Float.self, -3) == 0)
    #expect(MemoryBudget.sum(.max, 1) == .max)
    #expect(MemoryBudget.sum(1, 2, 3) == 6)
  }

  @Test("is without a limit unless one is in force, and then holds within")
  func current() throws {
    try MemoryBudget.current.require(mebibyte, for: .matrix)
    let budget = MemoryBudget(limit: mebibyte - 1)
    #expect(throws: MemoryShortage.self) {
      try MemoryBudget.$current.withValue(budget) {
        try MemoryBudget.current.require(mebibyte, for: .matrix)
      }
    }
    try MemoryBudget.current.require(mebibyte, for: .matrix)
  }
}

@Suite("Storage count")
struct StorageCountTests {
  @Test("counts a storage once, however many values share it")
  func sharing() {
    let numbers = [Float](repeating: 1, count: 1000)
    var copy = numbers
    var count = StorageCount()
    count.add(numbers)
    count.add(copy)
    #expect(count.byteCount == 4032)
    withExtendedLifetime(numbers) {
      copy[0] = 2
      count.add(copy)
      #expect(count.byteCount == 8064)
      count.add([Float]())
      #expect(count.byteCount == 8064)
    }
  }

  @Test("tells what others do not hold")
  func difference() {
    let shared = [Int32](repeating: 1, count: 100)
    let own = [Int32](repeating: 2, count: 50)
    var before = StorageCount()
    before.add(shared)
    var after = StorageCount()
    after.add(shared)
    after.add(own)
    #expect(after.bytes(notIn: before) == 232)
    #expect(before.bytes(notIn: after) == 0)
  }

  @Test("counts texts that are too long to stand in their array")
  func texts() {
    var count = StorageCount()
    count.add(texts: ["short", String(repeating: "long", count: 10)])
    #expect(count.byteCount == 32 + 2 * 16 + 40 + 32)
  }
}
