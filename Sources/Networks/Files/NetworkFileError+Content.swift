public import TensorEngine

extension NetworkFileError {
  /// What a file says of its network and can't be.
  public enum Content: Equatable, Sendable {
    /// It holds so many tensors, and no network.
    case noNetwork(tensorCount: Int)
    /// It is of a version that can't be read; empty where it says none.
    case unknownVersion(String, known: Int)
    /// Its seed is no whole number from 0.
    case badSeed
    /// There is no note of this name.
    case missingNote(String)
    /// A name in it can't be printed, or is too long.
    case unprintableName(String)
    /// A count that no training has.
    case badCount(Count, Int)
    /// Its inputs are none.
    case badInput(Shape)
    /// The list of layers is missing or too long.
    case badLayerList
    /// A layer, by its number from 1, has no kind.
    case noKind(layer: Int)
    /// A layer, by its number from 1, is of a kind that is not known.
    case unknownKind(layer: Int, String)
    /// There are weights of another number of layers.
    case layerCount(Int, ofWeights: Int)
    /// A layer has another number of parameters than the file has for it.
    case parameterCount(Int, inFile: Int)
    /// An optimizer remembers another number of slots than the file has.
    case slotCount(optimizer: String, Int, inFile: Int)
    /// A slot has another number of tensors than the network has parameters.
    case slotSize(Int, expected: Int)
    /// A training is not finished, and its settings are missing.
    case missingSettings
    /// The numbers of its scaling are none that scale.
    case badScaling
    /// It scales another number of features than the network takes.
    case scaledFeatures(Int, input: Shape)
    /// The columns of its table are none.
    case badColumns
    /// The columns of its table become other features than those that it names.
    case columnFeatures
    /// What stands for its missing values is no number of 32 bits.
    case badFill
    /// It names so many features, and the network takes another number.
    case featureCount(Int, input: Shape)
    /// Its positive class is none of its two classes.
    case badPositiveClass(Int, classes: Int)
  }

  /// What is counted where a count can't be.
  public enum Count: Equatable, Sendable, CaseIterable {
    /// The epochs of the training.
    case epochs
    /// The steps of the training.
    case steps
    /// The steps of the optimizer.
    case optimizerSteps
    /// The epoch of a record of the history.
    case historyEpoch
    /// The step of a record of the history.
    case historyStep
    /// A count among the settings of the training.
    case settings
    /// A count of the unfinished training.
    case unfinishedTraining
  }
}
