package import TensorEngine

extension StorageCount {
  /// Counts the parameters of a network, and what its training keeps of them.
  package mutating func add(_ network: Network) {
    add(network.layers)
    add(network.parameters)
    for layer in network.parameters {
      add(layer.tensors)
      add(numbersOf: layer.tensors)
    }
    for slot in network.training.optimizer?.slots ?? [] { add(numbersOf: slot) }
  }

  /// Counts the epochs of a training.
  package mutating func add(_ history: History) { add(history.records) }

  /// Counts the best weights of a training that goes on.
  package mutating func add(_ run: UnfinishedRun) {
    for layer in run.best?.parameters ?? [] { add(numbersOf: layer) }
  }

  /// Counts a batch and all that was computed of it.
  package mutating func add(_ pass: BatchPass) {
    add(pass.rows)
    add(numbersOf: [pass.inputs] + pass.outputs + pass.masks.compactMap(\.self))
    for layer in pass.gradients?.parameters ?? [] { add(numbersOf: layer) }
    add(numbersOf: pass.gradients?.outputs.compactMap(\.self) ?? [])
  }

  /// Counts what is known of the data that a network learned from.
  package mutating func add(_ preparation: Preparation) {
    add(texts: preparation.featureNames)
    add(texts: preparation.classNames)
    add(preparation.fill ?? [])
    add(preparation.scaling?.shift ?? [])
    add(preparation.scaling?.scale ?? [])
    for column in preparation.columns ?? [] { add(texts: column.texts) }
  }
}
