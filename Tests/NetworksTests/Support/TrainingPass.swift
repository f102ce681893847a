import TensorEngine
import Testing

@testable import Networks

/// One batch forward and back as a step of training does it, without the update.
struct TrainingPass {
  var loss: Double
  var output: [Float]
  /// For each layer, the gradients of its parameters.
  var gradients: [[Tensor]]
  /// For each layer, its parameters afterwards; statistics have moved.
  var parameters: [LayerParameters]
  /// The gradient by the input of the first batch normalization; nil where there is none.
  var normalizedGradient: [Float]?

  init(
    _ network: Network, _ examples: Examples, loss: Loss = .meanSquaredError, step: Int = 1,
    seed: UInt64 = 6, pool: ThreadPool? = nil
  ) throws {
    let count = examples.count
    let plan = try Plan(
      network, examples,
      PlanRequest(
        capacity: count, orderCapacity: count, hasGradients: true, loss: loss, seed: seed,
        pool: pool))
    plan.setOrder(examples.allRows)
    let (batch, measure) = examples.withInputRows { source in
      let batch = plan.load(
        plan.gathering(from: source), first: 0, count: count, step: step, isTraining: true)
      plan.forward(batch)
      return (batch, plan.measure(batch))
    }
    output = plan.values(plan.layout.output, batch)
    let losses = count * (plan.layout.head?.lossesPerRow ?? 1)
    self.loss = measure.lossSum / Double(losses) + plan.penalty()
    plan.backward(batch)
    gradients = plan.readGradients(like: network.parameters)
    parameters = plan.readParameters(like: network.parameters)
    for case let operation as BatchNormOperation in plan.layout.operations {
      normalizedGradient = operation.input.gradient.map {
        batch.slice($0, count * operation.input.width).array
      }
      break
    }
  }
}
