import TensorEngine
import Testing

@Suite("Shapes and tensors")
struct ShapeTests {
  @Test("count their elements")
  func counts() {
    #expect(Shape([28, 28, 1]).count == 784)
    #expect(Shape([]).count == 1)
    #expect(Shape([3, 0]).count == 0)
    #expect(Shape([3, -2]).count == 0)
  }

  @Test("never overflow")
  func saturates() {
    #expect(Shape([.max, 2]).count == .max)
    #expect(Shape([.max, 2, 0]).count == 0)
  }

  @Test("print as they are typed")
  func prints() {
    let shape: Shape = [28, 28, 1]
    #expect(shape.description == "28 x 28 x 1")
    #expect(Shape([5]).description == "5")
    #expect(Shape([]).description == "scalar")
    #expect(shape.rank == 3 && shape.last == 1)
  }

  @Test("tensors are equal by shape and elements")
  func tensors() {
    let tensor = Tensor(shape: [2, 3], elements: [1, 2, 3, 4, 5, 6])
    #expect(tensor != Tensor(shape: [3, 2], elements: [1, 2, 3, 4, 5, 6]))
    #expect(Tensor(shape: [2], repeating: 4).elements == [4, 4])
    #expect(tensor.count == 6)
  }
}
