extension Glossary {
  static let optimizerEntries: [Entry] = [
    Entry(
      term: "optimizer", alsoCalled: ["optimizers"],
      sentence: "The rule that makes a step of a gradient.", command: "help optimizers"),
    Entry(
      term: "rmsprop",
      sentence: "For each weight a step divided by the root of the running mean of its squared "
        + "gradient: steep directions get smaller steps.",
      formula: "v := rho * v + (1 - rho) * g^2; w := w - rate * g / sqrt(v + 1e-7)",
      command: "train optimizer=rmsprop"),
    Entry(
      term: "adagrad",
      sentence: "A step divided by the root of the sum of all squared gradients: weights that "
        + "moved much move less and less.",
      formula: "a := a + g^2; w := w - rate * g / sqrt(a + 1e-7), a starts at 0.1",
      command: "train optimizer=adagrad rate=0.1"),
    Entry(
      term: "adadelta",
      sentence: "A step in the units of the weights: the usual size of the steps over the usual "
        + "size of the gradients. Its own rate is 1.",
      formula: "s := sqrt(d + 1e-7) / sqrt(a + 1e-7) * g; w := w - rate * s",
      command: "train optimizer=adadelta rate=1"),
    Entry(
      term: "nadam", sentence: "Adam that looks ahead as Nesterov's momentum does.",
      command: "train optimizer=nadam"),
    Entry(
      term: "adamw",
      sentence: "Adam with weight decay, 0.004 unless weight_decay= says otherwise.",
      formula: "w := w - rate * weight_decay * w, and then Adam's step",
      command: "train optimizer=adamw"),
    Entry(
      term: "amsgrad",
      sentence: "Adam whose divisor never falls, so that no step size grows again.",
      command: "train optimizer=adam amsgrad=yes"),
    Entry(
      term: "weight decay", alsoCalled: ["weight_decay", "decoupled weight decay"],
      sentence: "Each step shrinks every parameter a little, apart from the gradient; the loss "
        + "knows nothing of it. For plain gradient descent it does what l2 does with half its "
        + "number; with Adam the two differ, because Adam divides the penalty's gradient too.",
      formula: "w := w - rate * weight_decay * w", command: "train weight_decay=0.01"),
    Entry(
      term: "gradient clipping", alsoCalled: ["clip", "clipnorm", "global_clipnorm"],
      sentence: "Keeps a gradient from growing beyond a bound: clip= each number of it, "
        + "clipnorm= the norm of each layer's weights or biases, global_clipnorm= the norm of all "
        + "together.",
      formula: "g := g * c / norm(g) where norm(g) > c", command: "train global_clipnorm=1"),
    Entry(
      term: "schedule", alsoCalled: ["schedules", "learning rate schedule", "time_decay"],
      sentence: "How the learning rate changes while a network is trained: large at first to get "
        + "near, small at last to settle. Each counts epochs, or with per=step steps.",
      formula: "time_decay: rate / (1 + decay * t)      exponential: rate * decay^(t / every)",
      command: "plot schedule cosine(rate=0.1, over=60) step(rate=0.1, every=20)"),
    Entry(
      term: "warm-up", alsoCalled: ["warmup"],
      sentence: "A learning rate that rises in the first epochs, before its schedule begins: large "
        + "steps from first weights can do harm.",
      command: "plot schedule warmup(5, cosine(over=55), rate=0.1)"),
    Entry(
      term: "warm restarts", alsoCalled: ["sgdr", "cosine_restarts", "warm restart"],
      sentence: "A learning rate that falls and then jumps back to its start, again and again; the "
        + "weights are kept. Many texts call this random restarts.",
      command: "plot schedule cosine_restarts(rate=0.1, first=10)"),
    Entry(
      term: "random restarts", alsoCalled: ["restarts", "fresh starts"],
      sentence: "The same training from several first weights; the best network is kept.",
      command: "train restarts=3"),
    Entry(
      term: "plateau", alsoCalled: ["reduce on plateau", "reducelronplateau"],
      sentence: "A stretch of epochs in which a loss does not get better. schedule=plateau(…) "
        + "makes the learning rate smaller then.",
      command: "train schedule=plateau(patience=3, monitor=loss)"),
  ]
}
