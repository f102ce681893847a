import Datasets
import JSON
import Networks
import TensorEngine
import Tuning

// Two networks learn two circles from the same start, and one of them is told as JSON: whatever
// flags the package was built with as a dependency, the bits are those of `expected.txt`.

/// The sum of the bits of all parameters, each times its place.
func checksum(_ network: Network) -> UInt32 {
  var sum: UInt32 = 0
  for (place, value) in network.trainedValues.enumerated() {
    sum &+= value.bitPattern &* UInt32(truncatingIfNeeded: 2 * place + 1)
  }
  return sum
}

guard let circles = Generator.named("circles") else { preconditionFailure("there are circles") }
let data = try circles.dataset(options: [("points", 200), ("noise", 0.1)], seed: 1)
let split = try Split.divided(data, SplitFractions(validation: 0.25), stratified: true, seed: 1)

var network = Network(name: "two circles", inputShape: data.examples.inputShape, seed: 1)
try network.add(Dense(units: 8, activation: .tanh))
try network.add(Dense(units: 1, activation: .sigmoid))
let settings = TrainingSettings(epochs: 30, batchSize: 10, optimizer: .adam(Adam()), seed: 1)

let comparison = Comparison(
  examples: data.examples, rows: split.training, validationRows: split.validation)
var faster = settings
faster.optimizer = .adam(Adam(learningRate: 0.02))
let variants = [("usual", settings), ("faster", faster)].map { label, settings in
  Comparison.Variant(label: label, network: network, settings: settings)
}
let outcomes = comparison.run(variants, pool: ThreadPool(threads: 2), isInterrupted: { false })
for outcome in outcomes {
  let trial = try outcome.get()
  let report: JSONValue = [
    "variant": .string(trial.label),
    "epochs": .integer(trial.result.history.records.count),
    "training loss": .number(trial.training.dataLoss),
    "validation accuracy": .number(trial.validation?.accuracy ?? 0),
    "checksum": .integer(Int(checksum(trial.result.network))),
  ]
  print(report.text)
}
