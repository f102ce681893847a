extension Glossary {
  static let networkEntries: [Entry] = [
    Entry(
      term: "parameter", alsoCalled: ["weight", "weights", "parameters"],
      sentence: "A number that training fits: a weight or a bias.",
      formula: "dense layer: inputs * units + units", command: "show network"),
    Entry(
      term: "hyperparameter", alsoCalled: ["hyperparameters"],
      sentence: "A number or a choice that you make and training does not: units, layers, "
        + "learning rate, batch size, strength of a regularizer, epochs.",
      command: "compare rate=0.01,0.1,1"),
    Entry(
      term: "dense layer", alsoCalled: ["dense", "fully connected layer"],
      sentence: "Every unit sees every input: a weighted sum, a bias, an activation.",
      formula: "y = activation(x W + b)", command: "add dense 8 tanh"),
    Entry(
      term: "activation", alsoCalled: ["activation function"],
      sentence: "The function behind a layer's weighted sum. Without one between them, two dense "
        + "layers are no more than one.",
      command: "add dense 8 relu"),
    Entry(
      term: "sigmoid", alsoCalled: ["logistic function"],
      sentence: "Squeezes a number into 0 to 1: the probability of the second of two classes.",
      formula: "sigmoid(z) = 1 / (1 + exp(-z))", command: "print sigmoid(0)"),
    Entry(
      term: "tanh",
      sentence: "Squeezes a number into -1 to 1; close to a straight line near 0, so a network "
        + "with small weights is nearly linear.",
      formula: "tanh(z) = (exp(z) - exp(-z)) / (exp(z) + exp(-z))", command: "print tanh(0.5)"),
    Entry(
      term: "relu", alsoCalled: ["rectified linear unit"],
      sentence: "Lets positive numbers pass and makes the others 0. The usual first choice in "
        + "hidden layers.",
      formula: "relu(z) = max(0, z)", command: "print relu(-1)"),
    Entry(
      term: "softmax",
      sentence: "Makes a probability of each class out of a layer's outputs; they add up to 1.",
      formula: "p_i = exp(z_i) / sum_j exp(z_j)", command: "print softmax([1, 2, 3])"),
    Entry(
      term: "logit", alsoCalled: ["logits"],
      sentence: "What stands before the sigmoid or softmax. Overfit computes the loss from the "
        + "logits, so that no exponential overflows.",
      command: "explain softmax"),
    Entry(
      term: "initialization", alsoCalled: ["initializer", "initialize"],
      sentence: "How the first weights are drawn. With all zeros the units of a hidden layer "
        + "would stay alike.",
      command: "add dense 8 relu initializer=he_normal"),
    Entry(
      term: "glorot initialization", alsoCalled: ["glorot", "xavier", "glorot_uniform"],
      sentence: "Keeps the size of signals and gradients even from layer to layer; Keras's "
        + "default and ours.",
      formula: "uniform in +-sqrt(6 / (inputs + outputs))",
      command: "add dense 8 tanh initializer=glorot_uniform"),
    Entry(
      term: "he initialization", alsoCalled: ["he", "he_normal", "kaiming"],
      sentence: "Like Glorot's, for relu, which makes half of its inputs 0.",
      formula: "deviation sqrt(2 / inputs), cut off at two deviations",
      command: "add dense 8 relu initializer=he_normal"),
    Entry(
      term: "flattening", alsoCalled: ["flatten"],
      sentence: "Writes an image as one row of numbers: 28 x 28 pixels become 784 features. "
        + "Nothing is learned, and what was next to what is forgotten.",
      command: "add flatten"),
    Entry(
      term: "logistic regression",
      sentence: "One dense layer with one sigmoid unit: its decision boundary is a straight line.",
      formula: "p = sigmoid(x W + b)", command: "add dense 1 sigmoid"),
    Entry(
      term: "softmax regression",
      sentence: "One dense layer with a softmax: logistic regression for several classes. A "
        + "hidden layer makes it a neural network.",
      formula: "p = softmax(x W + b)", command: "add dense 10 softmax"),
  ]
}
