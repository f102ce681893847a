extension Glossary {
  /// Terms of the course that are no commands here, and names that other tools have for ours.
  static let courseEntries: [Entry] = [
    Entry(
      term: "unit", alsoCalled: ["neuron", "node"],
      sentence: "One number that a layer computes: the activation of a weighted sum of its "
        + "inputs and a bias, which is learned too and acts as a threshold.",
      formula: "a = f(a1 w1 + a2 w2 + … + an wn + b)", command: "print output(1)"),
    Entry(
      term: "layer", alsoCalled: ["layers"],
      sentence: "A part of a network that makes outputs of inputs: dense, conv, dropout and "
        + "others.",
      command: "show network"),
    Entry(
      term: "good fit", alsoCalled: ["low bias, low variance"],
      sentence: "A training error near the target and a validation error near the training "
        + "error.",
      command: "diagnose target=5%"),
    Entry(
      term: "data loss",
      sentence: "The mean loss of the examples, without the penalty.",
      formula: "loss = data loss + penalty", command: "show training"),
    Entry(
      term: "kernel", alsoCalled: ["weight matrix", "filter weights"],
      sentence: "The weights of a layer, without its bias.", command: "print weights(1)"),
    Entry(
      term: "penalty", alsoCalled: ["penalty term"],
      sentence: "What is added to the data loss for large weights. Losses of different "
        + "penalties are compared without it.",
      formula: "loss = data loss + penalty", command: "train epochs=100 l2=0.001"),
    Entry(
      term: "frobenius norm", alsoCalled: ["norm", "weight norm"],
      sentence: "The square root of the sum of the squares of all elements of a matrix: how "
        + "large its weights have grown.",
      formula: "norm(W) = sqrt(sum over i, j of w(i, j)^2)", command: "print norm(weights(1))"),
    Entry(
      term: "exact zeros", alsoCalled: ["sparsity", "sparse weights"],
      sentence: "Weights that are exactly 0. L1 pulls weights to 0, but plain steps, which are "
        + "usual, swing around it by about a step and hardly ever end on it, so look for those near "
        + "0; with proximal=yes a soft threshold after each step makes exact ones. L2 shrinks all "
        + "weights in proportion, so that few come near 0.",
      formula: "show weights counts zeros, w = 0, and near 0, |w| < 0.001",
      command: "show weights"),
    Entry(
      term: "proximal step",
      alsoCalled: ["proximal", "soft threshold", "soft thresholding", "proximal gradient"],
      sentence: "A way to take l1 that makes exact zeros: the optimizer's step goes by the rest of "
        + "the loss, and behind it each weight moves towards 0 by rate * l1, at most as far as 0. "
        + "The rate is that of the step, with adam too.",
      formula: "w := sign(w) * max(|w| - rate * l1, 0)", command: "train l1=0.001 proximal=yes"),
    Entry(
      term: "dropout mask", alsoCalled: ["mask", "inverted dropout", "dropout rate"],
      sentence: "Which outputs a dropout layer sets to 0 in a step. The weights stay as they "
        + "are; those outputs that are kept are scaled up, so that the mean stays.",
      formula: "y = x / (1 - rate) where kept, else 0", command: "add dropout 0.3"),
    Entry(
      term: "inference", alsoCalled: ["evaluation mode", "prediction", "predict"],
      sentence: "Asking a network, without training it: dropout is off, and batch "
        + "normalization uses its moving statistics, so one example is enough.",
      command: "predict example 1"),
    Entry(
      term: "gamma and beta", alsoCalled: ["gamma", "beta"],
      sentence: "What batch normalization learns: a factor and a shift for each feature, 1 "
        + "and 0 at first. They could undo the normalization, if that were better.",
      formula: "y = gamma x' + beta", command: "add batchnorm"),
    Entry(
      term: "patience",
      sentence: "How many epochs without improvement early stopping bears.",
      command: "train epochs=500 stop=early(patience=20)"),
    Entry(
      term: "history",
      sentence: "The figures of every epoch of a network's trainings. plot draws them, save "
        + "history writes them as CSV.",
      command: "show training"),
    Entry(
      term: "local minimum", alsoCalled: ["local minima", "global minimum"],
      sentence: "A place of the loss surface from which every small step leads up, though it "
        + "may be lower elsewhere. Momentum can roll through some; nothing promises the "
        + "lowest place.",
      command: "train epochs=100 restarts=5"),
    Entry(
      term: "step decay", alsoCalled: ["decay", "learning rate decay"],
      sentence: "A schedule that multiplies the rate by a factor every so many epochs.",
      formula: "rate(t) = rate * factor^(t / every, rounded down)",
      command: "plot schedule step(rate=0.1, factor=0.5, every=20)"),
    Entry(
      term: "exponential decay",
      sentence: "A schedule that multiplies the rate by the same factor in every epoch.",
      formula: "rate(t) = rate * decay^(t / every)",
      command: "plot schedule exponential(rate=0.1, decay=0.9)"),
    Entry(
      term: "time-based decay", alsoCalled: ["inverse time decay"],
      sentence: "A schedule that divides the rate by what grows with time. Old Keras counted "
        + "steps and not epochs, which is far faster than the texts say.",
      formula: "rate(t) = rate / (1 + decay t)",
      command: "plot schedule time_decay(rate=0.1, decay=0.0016)"),
    Entry(
      term: "polynomial decay", alsoCalled: ["polynomial"],
      sentence: "A schedule that falls along a power of the time that is left.",
      command: "plot schedule polynomial(rate=0.1, over=60)"),
    Entry(
      term: "piecewise-constant schedule", alsoCalled: ["piecewise constant", "piecewise"],
      sentence: "A schedule with one rate up to an epoch, another from there on, and so "
        + "forth.",
      command: "help schedules"),
    Entry(
      term: "cosine decay", alsoCalled: ["cosine", "cosine annealing"],
      sentence: "A schedule that falls along half a wave: slowly at first and at last.",
      formula: "rate(t) = rate * (1 + cos(pi t / over)) / 2",
      command: "plot schedule cosine(rate=0.1, over=60)"),
    Entry(
      term: "lecun initialization", alsoCalled: ["lecun", "lecun_uniform", "lecun_normal"],
      sentence: "First weights whose variance is 1 / inputs, made for selu.",
      formula: "variance = 1 / inputs", command: "add dense 8 selu initializer=lecun_normal"),
    Entry(
      term: "zero initialization", alsoCalled: ["zeros", "symmetry"],
      sentence: "All weights 0 at first: the units of a layer are alike and stay alike, so a "
        + "hidden layer never learns. Biases may begin at 0.",
      command: "add dense 8 tanh initializer=zeros"),
    Entry(
      term: "distance", alsoCalled: ["distances"],
      sentence: "How far two vectors are apart; losses are made of distances.",
      command: "help distance"),
    Entry(
      term: "argmax",
      sentence: "The place of the largest value: the class that a softmax predicts.",
      command: "print softmax([1, 2, 3])"),
    Entry(
      term: "manual review", alsoCalled: ["low-confidence predictions"],
      sentence: "Leaving to a person what the network is not sure of.",
      command: "predict validation confidence=90%"),
    Entry(
      term: "mnist",
      sentence: "70,000 handwritten digits of 28 x 28 grey pixels, 60,000 of them for "
        + "training. The labels are one number each, of shape (60000), not (60000, 1).",
      command: "data digits images=100"),
    Entry(
      term: "down-sampling", alsoCalled: ["downsampling", "downsample"],
      sentence: "Making images smaller, which saves time and memory and loses detail.",
      command: "explain resizing"),
    Entry(
      term: "distribution", alsoCalled: ["same distribution", "distribution mismatch"],
      sentence: "What examples are drawn from. Validation and test examples must be of the "
        + "one that counts: judged by other pictures, a network is chosen for other pictures.",
      command: "split train=60% validation=20% test=20%"),
    Entry(
      term: "forward pass", alsoCalled: ["forward", "forward propagation"],
      sentence: "From the inputs layer by layer to the outputs and the loss.",
      command: "forward"),
    Entry(
      term: "backpropagation", alsoCalled: ["backward pass", "backward", "backprop"],
      sentence: "From the loss layer by layer back to the gradient of every weight, by the "
        + "chain rule.",
      command: "help backward"),
    Entry(
      term: "architecture", alsoCalled: ["network architecture"],
      sentence: "The layers of a network without what they have learned. A JSON file of Keras "
        + "has that and no weights.",
      command: "show network"),
    Entry(
      term: "network", alsoCalled: ["model", "neural network"],
      sentence: "Layers one behind the other, with what they have learned.", command: "show network"
    ),
  ]
}
