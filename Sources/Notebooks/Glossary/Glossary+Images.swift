extension Glossary {
  static let imageEntries: [Entry] = [
    Entry(
      term: "convolution",
      alsoCalled: [
        "conv", "convolutional layer", "cnn", "convolutional neural network", "convnet",
      ],
      sentence:
        "A small kernel of weights slides over an image: each output pixel is a weighted sum "
        + "of the pixels in a window, with the same weights at every place.",
      formula: "parameters: height * width * channels * filters + filters",
      command: "add conv 8 3x3 relu"),
    Entry(
      term: "filter", alsoCalled: ["filters"],
      sentence:
        "One kernel of a convolution, over all channels of the image. Each filter makes one "
        + "channel of the output.",
      command: "add conv 8 3x3 relu"),
    Entry(
      term: "channel", alsoCalled: ["channels"],
      sentence:
        "One of the numbers of a pixel: a grey image has 1, a colour image 3, the output of "
        + "a convolution as many as filters.",
      command: "network input=20x20x3"),
    Entry(
      term: "stride", alsoCalled: ["strides"],
      sentence: "How many pixels a window moves from one output to the next; 2 halves the image.",
      command: "add conv 8 3x3 relu stride=2"),
    Entry(
      term: "padding",
      sentence:
        "What happens at the edge: with valid a window stays inside the image, which shrinks; "
        + "with same the image is surrounded by zeros and, at stride 1, keeps its size.",
      formula: "valid: (n - window) / stride + 1, rounded down; same: n / stride, rounded up",
      command: "add conv 8 3x3 relu padding=same"),
    Entry(
      term: "max pooling", alsoCalled: ["maxpool", "pooling"],
      sentence: "Makes an image smaller: of each window only the greatest value stays, channel by "
        + "channel. It has no parameters.",
      command: "add maxpool 2x2"),
    Entry(
      term: "lenet", alsoCalled: ["lenet 5", "lenet5"],
      sentence:
        "A network of the nineties that reads handwritten digits: convolutions and poolings by "
        + "turns, then dense layers. Most networks for images since are built so.",
      command: "add conv 6 5x5 tanh padding=same"),
    Entry(
      term: "average pooling", alsoCalled: ["avgpool", "mean pooling"],
      sentence: "Makes an image smaller: of each window the mean stays, channel by channel. It has "
        + "no parameters.",
      command: "add avgpool 2x2"),
  ]
}
