import Datasets
import JSON
import Language
import Networks
import TensorEngine
import Testing

@testable import Exchange
@testable import Workbench

@Suite("The words for files of other programs")
struct ExchangeWordingTests {
  private typealias Case = (error: ExchangeError, text: String)

  private static let cases: [Case] = [
    (.unknownFormat, "this is no file of a network that is known here"),
    (.noMember("config.json"), "the archive has no config.json: this is no file of Keras"),
    (.weightsAlone, "it holds weights alone, and no layers"),
    (.layersAlone, "it holds layers alone, and no weights"),
    (.structure("config.layers"), "config.layers is missing in the model, or is another thing"),
    (.modelClass("Mine"), #"the model is of the class "Mine""#),
    (.branch(layer: "a"), #"the model branches at the layer "a""#),
    (.input(nil), "the model does not say the shape of an input"),
    (.input("[null]"), #"the shape of an input is "[null]", and sizes are expected"#),
    (.weightedLayers(1, expected: 2), "it has weights for 1 layer, and 2 have some here"),
    (.tooManyLayers(2000, limit: 1000), "it has 2000 layers, and 1000 are read"),
    (.modelTooLong(50 << 20, limit: 8 << 20), "its layers take 50 MiB of text, and 8 MiB are read"),
    (.nothingToWrite, "the network has nothing that could be written"),
    (.interrupted, "interrupted: the notebook is as it was"),
    (
      .archive(DatasetError(file: "x", .archive(.damagedZip))),
      "this zip archive is cut off or damaged"
    ),
    (
      .json("config.json", .text(.cutOff, byte: 3)),
      "config.json: the text ends too early, at byte 3"
    ),
    (layer(.unknownClass), #"the layer "a", B: there is no such layer here"#),
    (layer(.setting("s", value: "2")), #"the layer "a", B: s can't be "2" here"#),
    (layer(.missing("units")), #"the layer "a", B: its units is missing"#),
    (
      layer(.needsRow([2, 2])), #"the layer "a", B: its inputs are 2 x 2, and one row is expected"#
    ),
    (
      layer(.weightCount(1, expected: 2)),
      #"the layer "a", B: the file has 1 tensor of it, and 2 are expected"#
    ),
    (
      layer(.weightShape("kernel", [1], expected: [2])),
      #"the layer "a", B: its kernel is 1, and 2 is expected"#
    ),
    (
      layer(.notFinite("bias")),
      #"the layer "a", B: its bias holds a value that is no finite number"#
    ),
    (
      layer(.numberType("bias", "whole numbers")),
      #"the layer "a", B: its bias holds whole numbers, and floats of 32 bits are expected"#
    ),
    (
      layer(.engine(.outOfRange(what: "units", valid: "1 to 9", actual: 10))),
      #"the layer "a", B: units must be 1 to 9, not 10.0"#
    ),
    (.hdf5(.noHDF5), "this is no file of HDF5"),
    (.hdf5(.at("a", .cutOff)), #"at "a", the file ends too early"#),
    (.hdf5(.at("a", .at("b", .damaged("TREE")))), #"at "a/b", TREE is damaged"#),
    (.hdf5(.checksum), "a checksum of it is wrong"),
    (.hdf5(.unsupported("chunked data")), "it has chunked data, which is not read here"),
    (.hdf5(.tooMany("groups")), "it has more groups than are read here"),
    (.hdf5(.missing("layers")), #"it has no "layers""#),
  ]

  private static func layer(_ fault: ExchangeError.LayerFault) -> ExchangeError {
    .layer(name: "a", kind: "B", fault)
  }

  @Test("each error is told with what was found and what was expected", arguments: cases.indices)
  func errors(_ index: Int) {
    let (error, text) = Self.cases[index]
    #expect(Wording.problem(of: error) == text)
  }

  @Test("what helps stands behind it")
  func hints() {
    let hints: [(ExchangeError, String)] = [
      (.weightsAlone, "load weights takes them into a network that is there already"),
      (.layersAlone, "load network reads them"),
      (.modelClass("X"), "only layers that stand one behind the other are read"),
      (.input(nil), "in Keras, keras.Input(shape=(2,)) as the first layer says it"),
      (Self.layer(.needsRow([2, 2])), "in Keras, a Flatten before it makes one row of them"),
      (.hdf5(.at("a", .checksum)), "copy the file again, or save it anew"),
      (.hdf5(.unsupported("x")), "Keras's own model.save writes files that can be read"),
    ]
    for (error, hint) in hints { #expect(Wording.hint(for: error) == hint) }
  }

  @Test("names of a file that are obeyed by a terminal are not shown as they are")
  func hostileNames() {
    let text = Wording.problem(of: .modelClass("\u{1B}[2J" + String(repeating: "x", count: 100)))
    #expect(text.hasPrefix(#"the model is of the class "?[2Jxxx"#))
    #expect(text.count < 100)
    #expect(Wording.text(of: .loss("\u{7}")) == #"Its loss "?" is left behind."#)
  }
}
