import Networks
import Testing

@testable import Commands
@testable import Formulas
@testable import Reports
@testable import Session
@testable import Workbench

@Suite("Optimizers and schedules at the prompt")
struct ScheduleCommandTests {
  private func settings(_ line: String) -> TrainingSettings? {
    var session = NotebookSession(running: untrainedCircles + [line])
    _ = session.submit("print 1")
    return session.cells[untrainedCircles.count].state.network?.settings
  }

  @Test("every optimizer of the table is typed by its name", arguments: OptimizerReader.names)
  func names(_ name: String) {
    let kind = settings("train optimizer=\(name)")?.optimizer.kind
    #expect(kind?.rawValue == (name == "momentum" ? "sgd" : name))
  }

  @Test("options reach the optimizer that they belong to")
  func options() {
    #expect(
      settings("train optimizer=rmsprop rate=0.1 rho=0.5 momentum=0.2 centered=yes epsilon=0.01")?
        .optimizer
        == .rmsprop(
          RMSprop(learningRate: 0.1, rho: 0.5, momentum: 0.2, epsilon: 0.01, centered: true)))
    #expect(
      settings("train optimizer=adamw amsgrad=yes beta1=0.5 beta2=0.6 weight_decay=0.1")?.optimizer
        == .adamw(AdamW(Adam(beta1: 0.5, beta2: 0.6, amsgrad: true))))
    #expect(settings("train optimizer=adamw")?.decay == 0.004)
    #expect(settings("train weight_decay=0.1")?.decay == 0.1)
    #expect(
      settings("train optimizer=adagrad accumulator=0.5")?.optimizer
        == .adagrad(Adagrad(initialAccumulator: 0.5)))
    #expect(
      settings("train optimizer=adadelta rho=0.5")?.optimizer == .adadelta(Adadelta(rho: 0.5)))
    #expect(settings("train optimizer=nadam beta1=0.5")?.optimizer == .nadam(Nadam(beta1: 0.5)))
    #expect(settings("train clip=0.5")?.clipping == .value(0.5))
    #expect(settings("train clipnorm=0.5")?.clipping == .norm(0.5))
    #expect(settings("train global_clipnorm=0.5")?.clipping == .globalNorm(0.5))
  }

  @Test("what a training says of its options makes the same training again")
  func replay() {
    for line in [
      "optimizer=rmsprop rho=0.5 momentum=0.2 centered=yes", "optimizer=adamw amsgrad=yes",
      "optimizer=nadam beta2=0.9 epsilon=0.01", "clipnorm=0.5 weight_decay=0.01",
      "optimizer=adagrad accumulator=0.3 global_clipnorm=2",
      "schedule=exponential(rate=0.2, decay=0.5, every=10, staircase=yes)",
      "rate=0.3 schedule=warmup(3, cosine(over=9, alpha=0.1), from=0.5, per=step)",
      "schedule=piecewise(boundaries=[1, 2], values=[0.1, 0.2, 0.3])",
      "schedule=cosine_restarts(first=2, m_mul=0.5, t_mul=3, alpha=0.1)",
      "schedule=polynomial(over=5, end=0.01, power=2)", "schedule=time_decay(decay=0.1, per=step)",
      "schedule=plateau(factor=0.5, patience=2, delta=0.01, cooldown=1, least=0.001, monitor=loss)",
    ] {
      let first = settings("train \(line)")
      guard let first else {
        Issue.record("\(line)")
        continue
      }
      let typed = SettingsText.options(of: first).joined(separator: " ")
      #expect(settings("train \(typed)") == first, "\(typed)")
    }
  }

  @Test(
    "the example of every schedule's help can be drawn or trained",
    arguments: ScheduleReader.forms.map(\.usage))
  func usages(_ usage: String) {
    var session = NotebookSession(running: untrainedCircles)
    let line =
      usage.hasPrefix("plateau") ? "train schedule=\(usage)" : "plot schedule \(usage) epochs=5"
    let text = session.text(of: line)
    #expect(session.cells.last?.hasFailed == false, "\(line)\n\(text)")
  }

  @Test("help shows how each schedule is typed, as its settings are declared")
  func forms() {
    #expect(
      ScheduleReader.forms.map(\.usage) == [
        "time_decay(decay=0.0016)", "exponential(decay=0.5, every=1, staircase=no)",
        "step(factor=0.5, every=20)",
        "piecewise(boundaries=[20, 40], values=[0.1, 0.02, 0.004])",
        "polynomial(over=60, end=0.0001, power=1)", "cosine(over=60, alpha=0)",
        "cosine_restarts(first=10, t_mul=2, m_mul=1, alpha=0)",
        "warmup(5, cosine(over=60), from=0)",
        "plateau(factor=0.1, patience=10, delta=1e-4, cooldown=0, least=0)",
      ])
    #expect(ScheduleReader.options(of: "warmup") == ["over", "then", "from", "rate", "per"])
    #expect(ScheduleReader.options(of: "plateau").last == "monitor")
    #expect(ScheduleReader.options(of: "constant").isEmpty)
  }

  @Test("rates that are set at two places are refused, and everything else that is wrong")
  func refusals() {
    let cases: [(String, String)] = [
      ("train rate=0.1 schedule=cosine(rate=0.1, over=5)", "the schedule says by itself"),
      ("train rate=0.1 schedule=piecewise(boundaries=[1], values=[1, 2])", "by itself"),
      ("train schedule=cosine(over=5),step(every=2)", "two schedules would overwrite"),
      ("train schedule=warmup(5, plateau())", "would overwrite"),
      ("train schedule=warmup(5, cosine(over=5, rate=0.1))", "rate stands in the outer"),
      ("train schedule=warmup(5, cosine(over=5, per=step), per=epoch)", "count in the same"),
      ("train schedule=cosine", "cosine needs over="),
      ("train schedule=cosine(over=0)", "over must be greater than 0"),
      ("train schedule=cosine(60)", "cosine takes options"),
      ("train schedule=cosine(ovr=60)", "did you mean: over"),
      ("train schedule=cosin(over=60)", "did you mean: cosine"),
      ("train schedule=3", "a schedule is expected"),
      ("train schedule=step(every=2, per=day)", "per must be epoch or step"),
      ("train schedule=step(every=2, every=3)", "every is given twice"),
      ("train schedule=plateau(rate=0.1)", "the rate stands outside"),
      ("train schedule=plateau(patience=0.5)", "patience must be a whole number"),
      ("train schedule=plateau(monitor=los)", "did you mean: loss"),
      ("train schedule=plateau(factor=2)", "factor must be more than 0 and less than 1"),
      ("train schedule=piecewise(boundaries=[2, 1], values=[1, 2, 3])", "boundaries"),
      ("train schedule=piecewise(boundaries=[2], values=[1])", "one more of them than boundaries"),
      ("train schedule=exponential(decay=0.5, staircase=maybe)", "staircase must be yes or no"),
      ("train clip=1 clipnorm=1", "only one of clip"),
      ("train rho=0.5", "rho belongs to the optimizers rmsprop, adadelta"),
      ("train optimizer=adam momentum=0.5", "momentum belongs to the optimizers sgd, rmsprop"),
      ("train optimizer=adam centered=yes", "centered belongs to the optimizer rmsprop"),
      ("train lr=0.1 rate=0.2", "here it is called rate, and that is given"),
      ("train learning_rate=0", "rate must be greater than 0"),
      ("train decay=1e-6", "schedule=time_decay(decay=1e-6, per=step)"),
      ("train clipvalue=0", "clip must be greater than 0"),
      ("train restarts=0", "restarts must be a whole number"),
      ("plot schedule", "plot schedule needs more"),
      ("plot schedule plateau()", "plateau follows what the training measures"),
      ("plot loss epochs=5", "plot loss has no option \"epochs\""),
      ("show data batch=5", "show data has no option \"batch\""),
      ("print rate(cosine(over=5), 3)", "needs its rate"),
      ("print rate(cosine(over=5, rate=1))", "it is used as"),
    ]
    for (line, words) in cases {
      var session = NotebookSession(running: trainedCircles)
      let text = session.text(of: line)
      #expect(session.cells.last?.hasFailed == true, "\(line)")
      let flowing = text.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
      #expect(flowing.contains(words), "\(line)\n\(text)")
    }
  }

  @Test("restarts=1 is the training of a fresh network, and more are the same on any threads")
  func restarts() {
    var plain = NotebookSession(
      running: untrainedCircles + ["train epochs=3 optimizer=adam rate=0.5"])
    var one = NotebookSession(running: trainedCircles + ["train epochs=3 rate=0.5 restarts=1"])
    #expect(plain.text(of: "print weights(1)") == one.text(of: "print weights(1)"))
    let texts = [1, 3].map { threads in
      var session = NotebookSession(
        running: untrainedCircles, settings: .testing(threads: threads))
      return session.text(of: "train epochs=3 rate=0.5 restarts=4")
    }
    #expect(texts[0] == texts[1])
    #expect(texts[0].contains("best of 4 starts"))
  }
}
