package import Datasets
package import JSON
package import TensorEngine

/// Why a file of another program is not taken over, or can't be written: facts, without a sentence.
package enum ExchangeError: Error, Equatable, Sendable {
  /// The zip archive is damaged or too large.
  case archive(DatasetError)
  /// The file of HDF5 is damaged, or uses what is not read here.
  case hdf5(HDF5Fault)
  /// A text of JSON, by what it is of the file, can't be read.
  case json(String, JSONError)
  /// The bytes are none of the files that are known.
  case unknownFormat
  /// An archive has no file of this name.
  case noMember(String)
  /// It holds weights alone, and no layers.
  case weightsAlone
  /// It holds layers alone, and no weights.
  case layersAlone
  /// Something of the model is missing, or is no such value: "config.layers".
  case structure(String)
  /// The model is of another class: nothing that is one layer behind the other.
  case modelClass(String)
  /// The layers branch or meet at this one.
  case branch(layer: String)
  /// It does not say the shape of an input, or has other sizes than whole numbers there.
  case input(String?)
  /// A layer, by its name and its class, has something that can't be taken over.
  indirect case layer(name: String, kind: String, LayerFault)
  /// The file has weights for so many layers, and the network has another number of such.
  case weightedLayers(Int, expected: Int)
  /// It has so many layers, and fewer are read.
  case tooManyLayers(Int, limit: Int)
  /// The text of its layers is so many bytes long, and fewer are read.
  case modelTooLong(Int, limit: Int)
  /// There is nothing to write: no layers, or none with weights.
  case nothingToWrite
  /// It needs more memory than there is for it.
  case memory(MemoryShortage)
  /// The reading was called off.
  case interrupted

  /// What of a layer can't be taken over.
  package enum LayerFault: Equatable, Sendable {
    /// There is no such layer here.
    case unknownClass
    /// A setting, and its value as it is written in the file.
    case setting(String, value: String)
    /// A setting that is missing or no value of its kind.
    case missing(String)
    /// Its inputs are images, of which Keras would work on each pixel by itself.
    case needsRow(Shape)
    /// The engine refuses the layer.
    case engine(EngineError)
    /// It has so many parameters in the file.
    case weightCount(Int, expected: Int)
    /// One of its parameters has another shape.
    case weightShape(String, Shape, expected: Shape)
    /// One of its parameters holds a number that is not finite.
    case notFinite(String)
    /// One of its parameters holds other numbers than floats of 32 or 64 bits.
    case numberType(String, String)
  }
}

/// What a student should know of a network that went from one program to another: facts, without a
/// sentence.
package enum ExchangeNote: Equatable, Sendable {
  /// Keras draws from seeds of its own, which nothing here goes by.
  case seeds
  /// A layer's first weights are drawn in a way that is not known here.
  case initializer(layer: String, kind: String)
  /// The size of a batch is a part of the shape of an input.
  case batchSize(Int)
  /// The loss is none of ours, or does not go with the last layer.
  case loss(String)
  /// The optimizer, or one of its settings, is none of ours.
  case optimizer(String)
  /// By which metrics Keras was to judge it, which are chosen anew here.
  case metrics([String])
  /// The file has layers alone, whose weights are drawn anew.
  case freshWeights
  /// What the optimizer remembers is left behind.
  case memory
  /// The layers were to count as flattening their inputs, by their numbers from 1.
  case flattened([Int])
  /// The penalty of the training is no part of the file.
  case penalty(l1: Double, l2: Double)
  /// The inputs must be scaled before they are given to the network.
  case scaled(String)
  /// A step that adds noise or drops values counts in training alone, and is left out.
  case trainingLayers([String])
  /// The output is what comes before a sigmoid or a softmax.
  case logits(String)
}
