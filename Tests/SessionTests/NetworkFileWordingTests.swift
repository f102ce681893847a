import JSON
import Language
import Networks
import TensorEngine
import Testing
import Workbench

@Suite("Words for a broken file of a network")
struct NetworkFileWordingTests {
  private static let faults: [(NetworkFileError, String)] = [
    (.layout(.tooShort(byteCount: 3)), "it has 3 bytes: this is not a safetensors file"),
    (
      .layout(.headerTooLong(byteCount: 9)),
      "this is not a safetensors file: its first 8 bytes promise a header of 9 bytes"
    ),
    (
      .layout(.headerCutOff(byteCount: 9)),
      "it ends within its header of 9 bytes: the file is cut off, or no safetensors"
    ),
    (.layout(.noHeader), "its header does not begin with {: this is not a safetensors file"),
    (
      .layout(.unreadableHeader(.text(.noJSON, byte: 4))),
      "its header can't be read: it is not JSON, at byte 4"
    ),
    (.layout(.headerIsNoObject), "its header is no JSON object"),
    (.layout(.notesAreNoObject(member: "m")), "its m is no JSON object"),
    (.layout(.noteIsNoText(member: "m", note: "n")), "m: \"n\" is no text"),
    (
      .layout(.tensorsEnd(at: 4, byteCount: 8)),
      "its tensors end at byte 4 of the data, but there are 8 bytes"
    ),
    (.layout(.notesTooLong(limit: 7)), "its texts would be longer than 7 bytes"),
    (.tensor("a", .noType), "\"a\" has no dtype"),
    (
      .tensor("a", .unknownType("F16")),
      "\"a\" holds numbers of the type \"F16\", and F32 is expected"
    ),
    (.tensor("a", .noList("shape")), "\"a\" has no list shape"),
    (
      .tensor("a", .noCount(list: "shape")),
      "\"a\": shape holds something that is no whole number from 0"
    ),
    (.tensor("a", .badOffsets), "\"a\" needs two data_offsets, the smaller one first"),
    (
      .tensor("a", .cutOff(end: 8, byteCount: 4)),
      "\"a\" ends at byte 8 of the data, but there are 4: the file is cut off"
    ),
    (
      .tensor("a", .badSize(shape: [2, 3], byteCount: 4, type: "F32")),
      "\"a\" is 2 x 3, which does not fit its 4 bytes of F32"
    ),
    (
      .tensor("a", .misplaced(begin: 0, endBefore: 4)),
      "the data of \"a\" overlaps the one before it: it begins at 0, and the one before it ends at 4"
    ),
    (
      .tensor("a", .misplaced(begin: 8, endBefore: 4)),
      "the data of \"a\" leaves a hole: it begins at 8, and the one before it ends at 4"
    ),
    (.tensor("a\u{1B}", .missing(instead: nil)), "the tensor \"a?\" is missing"),
    (.tensor("a", .missing(instead: "b")), "the tensor \"a\" is missing; it has \"b\""),
    (
      .tensor("a", .badShape(actual: [2], expected: [3])), "\"a\" is 2, and 3 is expected"
    ),
    (.tensor("a", .notFinite), "\"a\" holds a value that is no finite number"),
    (.tensor("a", .unknown), "it has \"a\", and the network has not"),
    (
      .content(.noNetwork(tensorCount: 2)),
      "it holds 2 tensors, but no network that Overfit has saved"
    ),
    (.content(.unknownVersion("2", known: 1)), "it is of version \"2\", and 1 can be read"),
    (.content(.badFill), "what stands for its missing values is no number"),
    (
      .content(.featureCount(6, input: [5])),
      "it names 6 features, but the network takes 5"
    ),
    (
      .content(.badPositiveClass(3, classes: 2)),
      "class 3 can't be its positive one: it has 2 classes"
    ),
    (.content(.badSeed), "its seed is no whole number from 0"),
    (.content(.missingNote("training")), "its note \"training\" is missing"),
    (.content(.unprintableName("a\u{1B}")), "a name in it can't be printed: \"a?\""),
    (.content(.badInput([0])), "its inputs can't be 0"),
    (
      .part(.note("architecture"), .content(.badLayerList)),
      "architecture: the list of layers is missing or too long"
    ),
    (.content(.noKind(layer: 2)), "layer 2 has no kind"),
    (
      .content(.unknownKind(layer: 2, "lambda")),
      "layer 2 is of the kind \"lambda\", which is not known here"
    ),
    (.content(.layerCount(2, ofWeights: 3)), "it has 2 layers, but the weights of 3"),
    (
      .part(.layer(1, "dense"), .content(.parameterCount(2, inFile: 1))),
      "layer 1, dense: it has 2 parameters, and the file has 1"
    ),
    (
      .content(.slotCount(optimizer: "adam", 2, inFile: 1)),
      "adam remembers 2 slots, and the file has 1"
    ),
    (.content(.slotSize(1, expected: 2)), "a slot of the optimizer has 1 tensors, not 2"),
    (.content(.missingSettings), "the settings of its unfinished training are missing"),
    (.content(.badScaling), "its scaling of the inputs is no scaling"),
    (.content(.badColumns), "its columns are no columns of a table"),
    (.content(.columnFeatures), "its columns do not become the features that it names"),
    (
      .content(.scaledFeatures(3, input: [2])),
      "it scales 3 features, but the network takes 2"
    ),
    (.json(.notWritable), "this value can't be written as JSON"),
    (
      .part(.note("training"), .json(.value([], .listTooShort))),
      "training: the list is too short"
    ),
    (.part(.optimizer, .setting(.refusal)), "the optimizer: x must be at least 0, not -1.0"),
    (.part(.loss, .setting(.refusal)), "the loss: x must be at least 0, not -1.0"),
    (.part(.penalty, .setting(.refusal)), "the penalty: x must be at least 0, not -1.0"),
    (.part(.schedule, .setting(.refusal)), "the schedule: x must be at least 0, not -1.0"),
  ]

  @Test("say what was found, as they always did", arguments: faults)
  func problems(error: NetworkFileError, problem: String) {
    let diagnostic = Wording.diagnostic(for: error, file: "a.safetensors", at: SourceRange(0, 1))
    #expect(diagnostic.message == "a.safetensors: \(problem)")
  }

  @Test(
    "name what is counted",
    arguments: zip(
      NetworkFileError.Count.allCases,
      [
        "the number of epochs", "the number of steps", "the number of the optimizer's steps",
        "an epoch of the history", "a step of the history", "a count of the settings",
        "a count of its unfinished training",
      ]))
  func counts(count: NetworkFileError.Count, name: String) {
    #expect(Wording.problem(of: .content(.badCount(count, -1))) == "\(name) can't be -1")
  }

  @Test("say what helps, wherever in the file the fault is")
  func hints() {
    let faults: [(NetworkFileError, String)] = [
      (.layout(.headerCutOff(byteCount: 9)), "copy the file again, or save it anew"),
      (.layout(.tensorsEnd(at: 4, byteCount: 8)), "copy the file again, or save it anew"),
      (.tensor("a", .cutOff(end: 8, byteCount: 4)), "copy the file again, or save it anew"),
      (
        .tensor("a", .unknownType("F16")),
        "convert it before saving: in NumPy with astype(numpy.float32)"
      ),
      (
        .part(.layer(1, "dense"), .tensor("a", .notFinite)),
        "a network with such a weight can't compute anything"
      ),
      (
        .content(.noNetwork(tensorCount: 2)),
        "load weights takes the tensors into a network that is there already"
      ),
      (.content(.unknownVersion("2", known: 1)), "a newer Overfit may have written it"),
    ]
    for (error, hint) in faults {
      let diagnostic = Wording.diagnostic(for: error, file: "a", at: SourceRange(0, 1))
      #expect(diagnostic.hints == [hint])
    }
  }
}

extension EngineError {
  fileprivate static let refusal = EngineError.outOfRange(
    what: "x", valid: "at least 0", actual: -1)
}
