extension Glossary {
  static let layerEntries: [Entry] = [
    Entry(
      term: "batch normalization", alsoCalled: ["batchnorm", "batch norm", "bn"],
      sentence: "Shifts and scales each feature to mean 0 and variance 1 over the batch, then by "
        + "what it learns, gamma and beta. Outside training it uses moving statistics, so one "
        + "example is enough.",
      formula: "y = gamma (x - mean) / sqrt(variance + epsilon) + beta",
      command: "add batchnorm"),
    Entry(
      term: "moving statistics", alsoCalled: ["moving_mean", "moving_variance", "running mean"],
      sentence: "The mean and the variance that batch normalization keeps. Each forward pass of "
        + "training moves them; no gradient does.",
      formula: "moving = momentum moving + (1 - momentum) batch",
      command: "add batchnorm momentum=0.9"),
    Entry(
      term: "gaussian noise", alsoCalled: ["gaussian_noise", "noise layer"],
      sentence: "Adds normal numbers to a layer's inputs, in training only: a network that "
        + "tolerates them overfits less.",
      formula: "y = x + deviation z", command: "add gaussian_noise 0.1"),
    Entry(
      term: "frozen layer",
      alsoCalled: ["freeze", "frozen", "freezing", "trainable", "trainable flag"],
      sentence: "A layer that training leaves as it is: to reuse what was learned on other data. "
        + "A frozen batch normalization keeps its statistics too.",
      command: "freeze 1"),
    Entry(
      term: "transfer learning", alsoCalled: ["transfer", "pre-training", "pretraining"],
      sentence: "Going on from a network that learned another problem: its first layers, which "
        + "see what both problems have in common, with a new last layer. It pays where examples "
        + "are few and the problems are alike.",
      command: "network upper from=network drop=1"),
    Entry(
      term: "fine-tuning", alsoCalled: ["fine-tune", "finetuning"],
      sentence: "Training reused layers a little further on the new problem, usually after the "
        + "new last layer has settled, and with a small learning rate, so that they keep what "
        + "they know.",
      command: "unfreeze all"),
    Entry(
      term: "leaky relu", alsoCalled: ["leaky_relu"],
      sentence: "relu with a small slope left of 0, so that no unit can fall silent for good.",
      formula: "leaky_relu(z) = z for z > 0, else 0.2 z", command: "print leaky_relu(-1)"),
    Entry(
      term: "elu", alsoCalled: ["exponential linear unit"],
      sentence: "Like relu, but bends smoothly to -1 for negative numbers.",
      formula: "elu(z) = z for z > 0, else exp(z) - 1", command: "print elu(-1)"),
    Entry(
      term: "selu", alsoCalled: ["scaled exponential linear unit"],
      sentence: "elu with a scale that keeps mean 0 and variance 1 from layer to layer; its "
        + "initializer is lecun_normal.",
      formula: "selu(z) = 1.0507 z for z > 0, else 1.7581 (exp(z) - 1)",
      command: "print selu(-1)"),
    Entry(
      term: "gelu", alsoCalled: ["gaussian error linear unit"],
      sentence: "Weighs a number by the share of normal numbers below it: a smooth relu that dips "
        + "below 0. Transformers use it.",
      formula: "gelu(z) = z P(z)", command: "print gelu(-1)"),
    Entry(
      term: "swish", alsoCalled: ["silu"],
      sentence: "A number times its sigmoid: a smooth relu that dips below 0.",
      formula: "swish(z) = z sigmoid(z)", command: "print swish(-1)"),
    Entry(
      term: "softplus",
      sentence: "A smooth relu that is never 0; its derivative is the sigmoid.",
      formula: "softplus(z) = log(1 + exp(z))", command: "print softplus(0)"),
    Entry(
      term: "saturation", alsoCalled: ["saturated"],
      sentence: "Where a sigmoid or tanh is nearly flat: its derivative is nearly 0, and so is "
        + "every gradient that has to pass.",
      command: "plot activation tanh"),
    Entry(
      term: "vanishing gradient", alsoCalled: ["vanishing gradients", "exploding gradients"],
      sentence: "A gradient is a product over the layers: factors below 1 make it fade on its way "
        + "back, factors above 1 make it grow.",
      command: "plot gradients"),
    Entry(
      term: "orthogonal initialization", alsoCalled: ["orthogonal"],
      sentence: "A matrix of vectors of length 1 at right angles: it turns what passes and keeps "
        + "its length.",
      command: "add dense 8 tanh initializer=orthogonal"),
  ]
}
