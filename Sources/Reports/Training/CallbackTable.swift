package import Charts

/// `help callbacks`: what happens between the epochs of a training, and how it is typed.
package enum CallbackTable {
  private static let rows: [(typed: String, meaning: String)] = [
    (
      "stop=early(patience=10, delta=0, start=0, monitor=validation_loss, restore=yes)",
      "ends when the monitor has not become better by more than delta for patience epochs, the "
        + "first start epochs aside; restore=yes brings back the weights of the best epoch"
    ),
    (
      "stop=early(patience=10, baseline=0.3)",
      "only an epoch that beats the baseline too begins the waiting anew"
    ),
    (
      "stop=target(validation_accuracy=90%)",
      "ends after the first epoch that is good enough, and keeps its weights; several in one "
        + "target must hold together: target(loss=0.1, accuracy=95%)"
    ),
    (
      "stop=early(patience=10),target(loss=0.1)",
      "whichever comes first"
    ),
    (
      "checkpoint=every(10, run.safetensors)",
      "writes the network, the optimizer's memory and the history after each 10th epoch; "
        + "run.safetensors alone is every(1, run.safetensors); overwrite=yes in the brackets "
        + "writes over a file that is no checkpoint"
    ),
    (
      "checkpoint=best(run.safetensors, monitor=validation_loss)",
      "writes them after each epoch that is better than all before it"
    ),
    (
      "schedule=plateau(factor=0.1, patience=10)",
      "makes the rate smaller when the monitor has not become better"
    ),
    (
      "when loss < 0.1 do stop",
      "a callback of your own, for the trainings that follow: a condition, asked after each epoch, "
        + "and a command"
    ),
    (
      "save history run.csv", "writes what every epoch was like"
    ),
  ]

  /// What can happen between epochs, and how it is typed.
  package static var document: Document {
    Document([
      .table(
        Table(
          columns: [.init(term: "callback"), .init("what it does")],
          rows: rows.map { [.text($0.typed), .text($0.meaning)] })),
      .text(
        "Monitors: validation_loss, validation_data_loss, validation_accuracy, loss, data_loss, "
          + "accuracy. A loss that is no number ends every training, and the network is as it was. "
          + "load network run.safetensors and then resume go on with a training from its checkpoint."
      ),
    ])
  }
}
