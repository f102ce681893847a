import Language
import Networks
import TensorEngine
import Workbench

extension ExpressionFunction {
  static let hashFunction = ExpressionFunction(
    name: "hash", usage: "hash(weights(1))",
    meaning: "16 digits that change with any bit of the numbers; hash() is of all parameters",
    arity: 0...1
  ) { call throws(Diagnostic) in
    guard call.arguments.isEmpty else {
      return .word(NumberHash.text(of: try call.matrix().elements))
    }
    var hash = NumberHash()
    for layer in try call.network().parameters {
      for tensor in layer.tensors {
        for element in tensor.elements { hash.append(Double(element)) }
      }
    }
    return .word(hash.text)
  }
}
