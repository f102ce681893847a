extension Glossary {
  static let dataEntries: [Entry] = [
    Entry(
      term: "training set", alsoCalled: ["training split", "train"],
      sentence: "The examples that the weights are fitted to.",
      command: "split train=60% validation=20% test=20%"),
    Entry(
      term: "validation set", alsoCalled: ["validation split", "validation", "dev set"],
      sentence: "The examples on which settings are compared and chosen. The weights never see "
        + "them, but your choices do, so the chosen network looks a little better here than it is.",
      command: "split train=60% validation=20% test=20%"),
    Entry(
      term: "test set", alsoCalled: ["test split", "test"],
      sentence: "The examples that are looked at once, at the end, for an unbiased estimate. "
        + "Choose by them and they become a second validation set.",
      command: "print error(test)"),
    Entry(
      term: "example", alsoCalled: ["sample", "row"],
      sentence: "One input together with the target that belongs to it.",
      command: "show example 1"),
    Entry(
      term: "data set", alsoCalled: ["data", "dataset"],
      sentence: "Examples of a task, each an input with its target: some to learn from, some to "
        + "choose by, some for one look at the end.",
      command: "plot data"),
    Entry(
      term: "feature", alsoCalled: ["features"],
      sentence: "One number of an input: a coordinate, a column of a table, a pixel. What plot "
        + "features draws is another thing, a feature map.",
      command: "show data"),
    Entry(
      term: "standardization", alsoCalled: ["standardize", "scale standard"],
      sentence: "Each feature is shifted and stretched to mean 0 and deviation 1. Mean and "
        + "deviation are taken over the training examples alone, feature by feature; for images over "
        + "all pixels together.",
      formula: "x' = (x - mean) / deviation", command: "scale standard"),
    Entry(
      term: "normalization", alsoCalled: ["minmax", "scale minmax"],
      sentence: "Each feature is brought into the range 0 to 1. Minimum and maximum are taken "
        + "over the training examples alone; for images over all pixels together.",
      formula: "x' = (x - min) / (max - min)", command: "scale minmax"),
    Entry(
      term: "resizing", alsoCalled: ["resize"],
      sentence: "Images are brought to one height and width, because a network takes inputs of one "
        + "shape: data images FOLDER size=64x64. It has nothing to do with normalization.",
      command: "help data"),
    Entry(
      term: "one-hot encoding", alsoCalled: ["one hot", "onehot"],
      sentence: "A class is written as a vector with a 1 at its place and 0 elsewhere. Class "
        + "numbers mean the same to the loss; Overfit keeps the numbers.",
      formula: "class 2 of 4 = [0, 0, 1, 0], counted from 0", command: "show example 1"),
    Entry(
      term: "seed",
      sentence: "The number from which all randomness is drawn. Same seed and same commands: "
        + "same bytes. Initial weights, shuffles, dropout and splits each have their own stream, "
        + "so that changing one leaves the others as they were.",
      command: "seed 3"),
    Entry(
      term: "batch", alsoCalled: ["mini-batch", "batch size"],
      sentence: "The examples that one step uses. A small batch gives noisy, frequent steps; a "
        + "large one gives smooth, rare steps.",
      formula: "steps per epoch = examples / batch, rounded up",
      command: "train epochs=10 batch=32"),
  ]
}
