package import Charts
package import TensorEngine

/// How the caller watches and stops a running command: what is asked whether to go on, and a closure
/// that is told of progress. Neither is ever a part of a result.
package struct RunControl: Sendable {
  private struct Parts: Sendable {
    let interruption: Interruption
    let isOutOfTime: @Sendable () -> Bool
    let onCell: @Sendable () -> Void
    let report: @Sendable (Progress) -> Void
    var show: (@Sendable (Document) -> Void)?
    var judgesWork: WorkAllowance.Judge?
    var watcher: TrainingWatcher?
    var opensViews = false
  }

  private var parts: Shared<Parts>

  /// Asked at every step boundary and within all work that lasts. Once it says so the command ends; a
  /// training keeps what it has learned by then, unless that is given up too.
  package var interruption: Interruption { parts.value.interruption }
  /// Whether it is the time limit of a cell that ends the command.
  package var isOutOfTime: @Sendable () -> Bool { parts.value.isOutOfTime }
  /// Told that a cell of a notebook begins, whose time counts from now.
  package var onCell: @Sendable () -> Void { parts.value.onCell }
  /// Told of progress, from any thread.
  package var report: @Sendable (Progress) -> Void { parts.value.report }

  /// Told what the commands of a cell with a loop show, one after the other as they are done; nil where
  /// nobody looks before the cell is done.
  package var show: (@Sendable (Document) -> Void)? {
    get { parts.value.show }
    set { parts.value.show = newValue }
  }

  /// Asked about work before it begins, for the person's own lines; nil where nobody can answer, and
  /// so more than a minute's work needs `yes=yes`.
  package var judgesWork: WorkAllowance.Judge? {
    get { parts.value.judgesWork }
    set { parts.value.judgesWork = newValue }
  }

  /// Who looks at a training while it runs; nil where nobody does.
  package var watcher: TrainingWatcher? {
    get { parts.value.watcher }
    set { parts.value.watcher = newValue }
  }

  /// Whether what is typed may open a view, which a student at a terminal sees and turns.
  package var opensViews: Bool {
    get { parts.value.opensViews }
    set { parts.value.opensViews = newValue }
  }

  /// Asked at every step boundary; true ends the command there.
  package var isInterrupted: @Sendable () -> Bool { interruption.isAsked }

  /// Makes a control; without arguments nothing is watched and nothing stops.
  package init(
    isInterrupted: @escaping @Sendable () -> Bool = { false },
    isGivenUp: @escaping @Sendable () -> Bool = { false },
    isOutOfTime: @escaping @Sendable () -> Bool = { false },
    onCell: @escaping @Sendable () -> Void = {},
    show: (@Sendable (Document) -> Void)? = nil,
    report: @escaping @Sendable (Progress) -> Void = { _ in }
  ) {
    parts = Shared(
      Parts(
        interruption: Interruption(isAsked: isInterrupted, isGivenUp: isGivenUp),
        isOutOfTime: isOutOfTime, onCell: onCell, report: report, show: show))
  }

  /// The same where nobody looks before the cell is done, nor opens a view.
  package var unseen: RunControl {
    var control = self
    control.show = nil
    control.watcher = nil
    control.opensViews = false
    return control
  }

  /// The same for the commands of a file, which open no views.
  package var withoutViews: RunControl {
    var control = self
    control.opensViews = false
    return control
  }

  /// The same for a part of a larger work, of which this is told whenever the part tells of itself.
  package func telling(_ progress: Progress) -> RunControl {
    var control = RunControl(
      isInterrupted: interruption.isAsked, isGivenUp: interruption.isGivenUp,
      isOutOfTime: isOutOfTime, onCell: onCell, report: { _ in report(progress) })
    control.judgesWork = judgesWork
    return control
  }

  /// Does what is left to do for a result that is kept: giving up alone ends that.
  package func keeping<Value, Failure>(
    _ work: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    try Interruption.$current.withValue(interruption.ofKeeping) {
      Result { () throws(Failure) in try work() }
    }.get()
  }
}

/// How far a command has come, for a progress line on a terminal.
package enum Progress: Equatable, Sendable {
  /// An epoch of a training is done; losses are means over the examples of a split.
  case epoch(Int, of: Int, loss: Double, validationLoss: Double?)
  /// The work that is told of next takes so many seconds on an ordinary machine, as reckoned from
  /// its size.
  case effort(seconds: Double)
  /// Networks that are trained side by side: how many of them are done, and how many epochs in
  /// all. The first news says how many there are to come, before any of them has begun.
  case trainings(Int, of: Int, epochs: Int, ofEpochs: Int, loss: Double?)
  /// A trial of a search is done: what it came to, and the best so far in words, "best error 12.0%".
  case trial(Double, best: String)
  /// A part of several like it is done: a variant of a comparison.
  case part(Int, of: Int, name: String)
  /// Bytes of a download have come; `total` is `nil` while it is unknown.
  case bytes(Int, of: Int?, name: String)
}
