extension Glossary {
  static let preparingEntries: [Entry] = [
    Entry(
      term: "scaling", alsoCalled: ["scale", "feature scaling", "rescaling"],
      sentence: "Features of different units are brought into one range, by standardization or "
        + "normalization, so that no feature drives the steps by its unit alone. The numbers are "
        + "fitted to the training examples, and kept with the network.",
      command: "scale standard"),
    Entry(
      term: "feature engineering",
      alsoCalled: [
        "features by formula", "polynomial features", "interaction", "feature construction",
        "x1^2",
      ],
      sentence: "New features are computed from the columns by a formula. On squares and products "
        + "a single unit draws a circle or a saddle; a hidden layer finds such features by itself.",
      formula: "w1 x1^2 + w2 x2^2 + b = 0 is an ellipse", command: "features x1^2, x2^2"),
    Entry(
      term: "data augmentation", alsoCalled: ["augmentation", "augment"],
      sentence: "The training examples are varied in ways that leave their class as it is: images "
        + "are shifted, turned or mirrored, numbers get a little noise. It works against variance "
        + "as more examples do. Here gaussian_noise adds noise to the inputs while training.",
      command: "insert 1 gaussian_noise 0.1"),
    Entry(
      term: "shuffle", alsoCalled: ["shuffling", "shuffles"],
      sentence: "Before each epoch the training examples are put into another order, drawn from "
        + "the seed, so that batches differ from epoch to epoch.",
      command: "forward"),
    Entry(
      term: "pseudorandom", alsoCalled: ["random", "randomness", "random number"],
      sentence: "Numbers that look drawn by chance, and follow from a seed: the same seed gives "
        + "the same sequence.",
      command: "seed 3"),
    Entry(
      term: "pixel", alsoCalled: ["pixels", "grayscale", "gray level"],
      sentence: "One dot of an image; in a gray one a number from 0 to 255, in a coloured one "
        + "three of them. Each number is a feature.",
      command: "show data"),
    Entry(
      term: "shape", alsoCalled: ["axis", "reshape", "dimension", "features axis"],
      sentence: "How many numbers there are along each axis: an image of 28 x 28 x 1 is 784 "
        + "numbers. To reshape changes the axes and no number.",
      command: "print shape(weights(1))"),
    Entry(
      term: "mean",
      sentence: "The sum of the numbers over how many there are. scale standard takes it per "
        + "feature, over the training examples.",
      formula: "mean = sum(x) / n", command: "print mean([1, 2, 6])"),
  ]

  static let practiceEntries: [Entry] = [
    Entry(
      term: "multilayer perceptron", alsoCalled: ["mlp", "feedforward network", "deep learning"],
      sentence: "A network of dense layers with activations between them. With one hidden layer "
        + "or more it draws bent boundaries; with many it is called deep.",
      command: "show network"),
    Entry(
      term: "recurrent network", alsoCalled: ["rnn", "recurrent neural network"],
      sentence: "A network that reads a sequence step by step, and hands what it remembers to its "
        + "own next step. Overfit has none: its inputs are tables and images.",
      command: "help add"),
    Entry(
      term: "adaptive learning rate",
      alsoCalled: ["adaptive optimizer", "adaptive moment estimation", "bias correction"],
      sentence: "Optimizers such as adam, rmsprop and adagrad divide each weight's step by the "
        + "usual size of its gradients. Adam is short for adaptive moment estimation; its bias "
        + "correction makes up for averages that begin at 0.",
      command: "train epochs=10 optimizer=adam"),
    Entry(
      term: "hyperparameter importance", alsoCalled: ["importance"],
      sentence: "How much of the differences between trials a setting explains. It depends on the "
        + "data and on the ranges: measure it, one sweep a setting.",
      command: "compare rate=0.01,0.1,1"),
    Entry(
      term: "one-vs-all", alsoCalled: ["one vs rest", "one against all"],
      sentence: "A classifier for each class against all others. Softmax needs none of it: its "
        + "outputs share one sum, and are probabilities of all classes together.",
      command: "explain softmax"),
    Entry(
      term: "unbiased estimate", alsoCalled: ["estimate", "held out"],
      sentence: "A number that is right on average. The error on examples by which nothing was "
        + "fitted or chosen is one; that of the validation set is a little too good after a search.",
      command: "evaluate test"),
    Entry(
      term: "tuner",
      alsoCalled: [
        "optuna", "ray tune", "hyperopt", "keras tuner", "google vizier", "vizier", "sagemaker",
      ],
      sentence: "A program that proposes settings, has networks trained with them, and learns from "
        + "the results which ones to try next. Optuna, Ray Tune, Hyperopt, Keras Tuner, Google "
        + "Vizier and SageMaker are some.",
      command: "explain bayesian optimization"),
    Entry(
      term: "framework", alsoCalled: ["keras", "tensorflow", "pytorch"],
      sentence: "A library to build and train networks in a programming language, such as Keras, "
        + "PyTorch or TensorFlow. Overfit uses Keras's names for what it has too.",
      command: "help add"),
    Entry(
      term: "file format", alsoCalled: ["json", "hdf5", "h5", "npz", "onnx"],
      sentence: "How a network is written down. The architecture alone fits into a text such as "
        + "JSON; the weights are numbers, in HDF5, npz or safetensors. A .keras file has both, and "
        + "so has one of ONNX, which many programs run.",
      command: "show network"),
    Entry(
      term: "combination", alsoCalled: ["combinations", "product rule"],
      sentence: "One value for each hyperparameter. Their number is the product of the numbers of "
        + "values, so a grid of 5 settings with 10 values each has 100,000.",
      formula: "10^5 = 100,000", command: "print 10^5"),
  ]
}
