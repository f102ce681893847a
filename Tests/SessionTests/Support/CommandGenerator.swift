import SeededRandom

/// Makes lines as a student would type them, right and wrong ones, from a seed.
struct CommandGenerator {
  var random: SeededGenerator

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
  }

  /// The next line; notebook verbs name cells of a notebook that has `cells` of them.
  mutating func line(cells: Int) -> String {
    switch random.below(20) {
    case 0, 1: return random.pick(["undo", "undo", "redo"])
    case 2: return "delete \(random.below(cells + 2))"
    case 3: return "edit \(random.below(cells + 2)) \(command())"
    case 4: return loop()
    case 5: return note()
    case 6: return random.pick(Self.mistakes)
    case 7: return random.pick(Self.questions)
    default: return command()
    }
  }

  /// A line that becomes a cell.
  mutating func command() -> String {
    switch random.below(12) {
    case 0: return "seed \(random.below(4))"
    case 1: return random.pick(Self.data)
    case 2: return random.pick(Self.mistakes)
    case 3, 4: return random.pick(Self.layers)
    case 5, 6: return random.pick(Self.trainings)
    case 7: return random.pick(Self.bindings)
    default: return random.pick(Self.looks)
    }
  }

  private mutating func loop() -> String {
    let body = (0...random.below(2)).map { _ in "  " + random.pick(Self.looped) }
    let values = random.pick(["1, 2", "1..3", "0.01..1 log", "sgd, adam", "2"])
    return (["for n in \(values)"] + body + ["end"]).joined(separator: "\n")
  }

  private mutating func note() -> String {
    let lines = (0...random.below(2)).map { _ in random.pick(Self.prose) }
    return lines.map { random.pick(["note ", "note   ", "\" "]) + $0 }.joined(separator: "\n")
  }

  static let data = [
    "data circles points=12", "data moons points=10 noise=0.2", "data blobs points=9",
    "split validation=25%", "split train=50% validation=25% test=25%", "scale standard", "take 4",
    "network", "network small", "use network", "use small",
  ]
  static let layers = [
    "add dense 2 tanh", "add dense 1 sigmoid", "add dense 3 softmax", "add dropout 0.5",
    "insert 1 dense 2 relu", "replace 1 dense 3 tanh l2=0.1", "remove 1", "remove 2",
    "initialize", "initialize seed=5", "network\nadd dense 1 sigmoid",
    "data circles points=8\nnetwork\nadd dense 1 sigmoid\ntrain",
  ]
  static let trainings = [
    "train", "train epochs=2", "train epochs=2 batch=3 optimizer=adam rate=0.1",
    "train epochs=2 optimizer=momentum l2=0.01", "train epochs=3 steps=2", "train lambda=0.5",
    "train epochs=2 stop=early(patience=1, monitor=loss)", "train rate=1e30",
    "train epochs=3 stop=target(loss=0.65),early(patience=1, monitor=loss, baseline=0.1)",
    "train epochs=2 stop=target(accuracy=50%, loss=9)", "train stop=target(f1=1)",
    "compare l2=0,0.1", "compare rate=0.1,1e30 plot=loss", "compare plain with(l1=1) plot=weights",
    "train   epochs=1   # a comment",
    "train \\\n  epochs=2", "train epochs=2 optimizer=rmsprop weight_decay=0.1 clipnorm=0.1",
    "train epochs=2 schedule=warmup(1, cosine(over=3), rate=0.1)", "train restarts=2",
    "train epochs=3 schedule=plateau(patience=1, monitor=loss)", "train schedule=step",
    "compare schedule=constant,step(every=1)", "train optimizer=nadam schedule=cosine(ov=2)",
  ]
  static let bindings = [
    "let x = 3", "let x = x + 1", "let m = [1, 2; 3, 4]", "let w = weights(1)", "set digits 9",
    "set digits 3",
  ]
  static let looks = [
    "print x", "print 1 / 3", "print loss()", "print sum(weights(1))", "print m @ m",
    "evaluate", "predict example 1", "predict 0.5 0.5", "predict train confidence=60%",
    "predict train threshold=30%", "print predictions()",
    "predict validation list=2", "show coverage", "show calibration", "plot coverage", "show data",
    "show network", "runs", "plot runs 1..2",
    "check error(train) < 50%", "check x > 2", "diagnose", "plot loss", "plot data",
    "plot boundary", "print \"> text\"", "print \"```\"", "print \"\\\\. \"", "show example 1",
    "plot rate range steps=10", "plot surface", "plot confusion", "plot roc train",
    "plot precision recall train", "plot weights", "plot weights 1", "plot activations",
    "plot gradients", "plot network", "plot dropout steps=2", "plot loss parts=yes",
    "plot metric accuracy(train)", "plot wrong train", "plot unsure train", "plot runs 1",
    "plot filters", "plot learning curve repeats=2", "plot validation curve over=l2 values=0,1",
    "plot bias variance over=units values=1,2 repeats=2",
    "show training", "show batches batch=3", "plot rate", "print rate()",
    "plot schedule exponential(decay=0.5, per=step) epochs=3", "plot histogram",
    "plot histogram x1", "plot correlation", "plot loss log=yes", "plot fit", "plot residuals",
  ]
  static let looped = [
    "print n", "let y = n", "train epochs=1", "print x", "print nothing", "seed 2", "undo",
    "train optimizer=n", "add dense n tanh", "# nothing",
  ]
  static let mistakes = [
    "trane", "train epochs=-1", "data circels", "add dense", "print (1", "let x", "end",
    "for n in 1, 2", "print 1 / ", "undo (", "delete x y", "edit", "edit 1.5 train", "\"",
    "note", "split train=300%", "check 3", "> print 1", ". end", "```", "print \"open",
    "\t print 2  ", "#", "", "   ",
  ]
  static let questions = ["cells", "help train", "explain bias", "lessons", "show session"]
  static let prose = [
    "Eight units are *enough*.", "# A heading", "> a quote", "```overfit", "```", "~~~",
    "- an item", "1. first", "| a | b |", "---", "<div>", "<!-- ", "[x]: y", "    code",
    "`open", "\\", "A line\\", "é 東京 🙂", "> print 1", ". end", "&amp; &", "===", "***", "",
    "![", "__", "#", "note note", "\"quoted\"", "seed: 3", "![a](b)", "<pre>", "</div>",
    "\u{1B}[31m",
  ]
}
