import TensorEngine
import Testing

@testable import Workbench

@Suite("Bindings")
struct BindingsTests {
  @Test("behave as a list of names does, whatever is set, changed and freed")
  func followsAList() {
    var bindings = Bindings()
    var list: [(name: String, value: Double)] = []
    var state: UInt64 = 7
    for _ in 0..<4000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let name = "name\(state >> 56)"
      let value = Double(state >> 40)
      let index = list.firstIndex { $0.name == name }
      if state >> 33 & 3 == 0 {
        bindings.set(name, to: nil)
        if let index { list.remove(at: index) }
      } else {
        bindings.set(name, to: .number(value))
        if let index { list[index].value = value } else { list.append((name, value)) }
      }
    }
    #expect(bindings.names == list.map(\.name))
    for (name, value) in list { #expect(bindings.value(of: name) == .number(value)) }
    #expect(bindings.value(of: "nothing") == nil)
  }

  @Test("leave what they were made from as it was, and share nearly all of it")
  func sharing() {
    var bindings = Bindings()
    for number in 0..<10_000 { bindings.set("n\(number)", to: .number(Double(number))) }
    let before = bindings
    bindings.set("n5", to: .number(-1))
    #expect(before.value(of: "n5") == .number(5))
    #expect(bindings.value(of: "n5") == .number(-1))
    #expect(bindings.names == before.names)
    // About log2 of 10,000 branches and one name.
    #expect((200...2000).contains(bindings.bytes(notIn: before)))
    #expect(before.bytes(notIn: before) == 0)
    #expect(before.bytes(notIn: Bindings()) > 10_000 * 100)
    bindings.set("other", to: nil)
    #expect(bindings.bytes(notIn: bindings) == 0)
  }

  @Test("the bytes that one more name adds are those that are found by a walk over all of them")
  func growth() {
    var bindings = Bindings()
    for number in 0..<300 {
      let before = bindings
      bindings.set("n\(number * 7 % 200)", to: .number(1))
      var walked = bindings
      // Another value of the same name, so that nothing else differs, and it is not one step any more.
      walked.set("n\(number * 7 % 200)", to: .number(2))
      #expect(bindings.bytes(notIn: before) == walked.bytes(notIn: before))
      #expect(bindings.bytes(notIn: before) > 0)
    }
    let before = bindings
    bindings.set("n7", to: nil)
    #expect(bindings.bytes(notIn: before) > 0)
    #expect(bindings.bytes(notIn: bindings) == 0)
  }

  @Test("a matrix counts with its numbers")
  func matrices() {
    var bindings = Bindings()
    bindings.set(
      "x", to: .matrix(.init(rows: 10, columns: 10, elements: Array(repeating: 1, count: 100))))
    #expect((832...1000).contains(bindings.bytes(notIn: Bindings())))
  }
}
