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
      let elements = try call.matrix().elements
      return .word(
        try call.working { interruption throws(EngineError) in
          var hash = NumberHash()
          for (index, element) in elements.enumerated() {
            if index.isMultiple(of: 65_536) { try interruption.check() }
            hash.append(element)
          }
          return hash.text
        })
    }
    let tensors = try call.network().parameters.flatMap(\.tensors)
    return .word(
      try call.working { interruption throws(EngineError) in
        var hash = NumberHash()
        for tensor in tensors {
          for (index, element) in tensor.elements.enumerated() {
            if index.isMultiple(of: 65_536) { try interruption.check() }
            hash.append(Double(element))
          }
        }
        return hash.text
      })
  }
}
