import Testing

@Suite("CONTRIBUTING.md")
struct ContributingTests {
  /// A real thing that was once added, and the files that know it.
  struct Addition: Sendable, CustomTestStringConvertible {
    let kind: String
    /// The names by which code knows it.
    let names: Set<String>
    /// Its own files, tables and words; whoever adds another one touches as many.
    let files: Set<String>
    var testDescription: String { kind }
  }

  static let additions: [Addition] = [
    Addition(
      kind: "verb", names: ["TakeCommand"], files: ["TakeCommand", "Vocabulary+Standard"]),
    Addition(kind: "plot", names: ["SurfacePlot"], files: ["SurfacePlot", "PlotTable"]),
    Addition(
      kind: "layer", names: ["GaussianNoise", "gaussianNoise"],
      files: [
        "GaussianNoise", "GaussianNoiseOperation", "LayerTable", "PlacedOperation",
        "KerasLayerReading", "KerasLayerWriting", "ONNXFile",
      ]),
    Addition(
      kind: "activation", names: ["softplus", "softplusBackward"],
      files: [
        "Activation", "Activation+Formula", "ActivationOperation", "Kernels+Curves", "ONNXFile",
      ]),
    Addition(
      kind: "loss", names: ["hinge"],
      files: [
        "Loss", "Loss+Choice", "OutputHead", "Kernels+Targets", "KerasCompilation",
        "KerasCompilationWriting",
      ]),
    Addition(
      kind: "metric", names: ["f1"], files: ["ConfusionMatrix", "ClassMetric", "Criterion"]),
    Addition(
      kind: "optimizer", names: ["Adadelta", "AdadeltaUpdate", "adadelta"],
      files: ["Adadelta", "Optimizer", "Kernels+Optimizers", "KerasCompilation"]),
    Addition(
      kind: "schedule", names: ["PolynomialDecay", "polynomial"],
      files: ["PolynomialDecay", "RateCurve"]),
    Addition(
      kind: "initializer", names: ["OrthogonalMatrix", "orthogonal"],
      files: [
        "OrthogonalMatrix", "Initializer", "Initializer+Values", "KerasParts", "KerasLayerWriting",
      ]),
    Addition(
      kind: "lesson step", names: ["Prediction"],
      files: ["Prediction", "Prediction+Walking", "LessonStepTable"]),
    Addition(kind: "data format", names: ["NPZFormat"], files: ["NPZFormat", "DataFormatTable"]),
    Addition(
      kind: "chart", names: ["StackedBarChart", "stackedBars"],
      files: [
        "StackedBarChart", "StackedBarChart+Picture", "StackedBarChart+SVG",
        "StackedBarChart+Vega", "StackedBarChart+Summary", "StackedBarChart+Reading", "Chart",
        "ChartTexts",
        "BiasVarianceText",
      ]),
  ]

  @Test("an addition is known to these files and to no others", arguments: additions)
  func files(_ addition: Addition) {
    let found = SourceText.all.filter { file in
      file.room != "EngineBench" && file.words.contains { addition.names.contains($0) }
    }
    #expect(Set(found.map(\.name)) == addition.files, "\(found.map(\.path))")
  }
}
