package import Charts

/// What `backward` found: the gradients of a batch's loss.
package struct BackwardReport: Report {
  /// The loss of the batch.
  package let loss: BatchLoss
  /// The gradients by what each layer gives and by its parameters, in the order of the layers.
  package let gradients: [TensorFigures]

  /// Puts together what was found.
  package init(loss: BatchLoss, gradients: [TensorFigures]) {
    self.loss = loss
    self.gradients = gradients
  }

  package var document: Document {
    Document([.facts(loss.facts), .table(TensorFigures.table("gradient by", gradients))])
  }
}
