import JSON
public import TensorEngine

/// A file of the format safetensors: tensors by name, and texts about them.
///
/// ```
/// N, 8 bytes, little-endian · N bytes of JSON · all tensors, one after the other
/// {"__metadata__": {"name": "text"}, "1.kernel": {"dtype": "F32", "shape": [2, 3],
///  "data_offsets": [0, 24]}, …}
/// ```
///
/// The offsets count from the first byte behind the JSON. Tensors are row-major and
/// little-endian, follow each other without holes, and fill the file to its end. Spaces at the
/// end of the JSON bring N to a multiple of 8. Tensors are written as F32, bit for bit; F32 and
/// F64, rounded, are read.
///
/// **Source**: Hugging Face, *Safetensors*, section "Format" of its documentation.
public struct Safetensors: Equatable, Sendable {
  /// A text about the file as a whole.
  public struct Note: Equatable, Sendable {
    /// What it is about.
    public var name: String
    /// The text.
    public var text: String

    /// Makes a note.
    public init(_ name: String, _ text: String) {
      self.name = name
      self.text = text
    }
  }

  /// The longest JSON that is read, in bytes.
  public static let headerLimit = 32 << 20

  /// The texts, in the order of the file, with unique names.
  public let metadata: [Note]
  /// The tensors, in the order of the file, with unique names other than `__metadata__`.
  public let tensors: [NamedTensor]
  /// Where each name is in `tensors`.
  private let places: [String: Int]

  /// Puts a file together; of two tensors with the same name the first counts.
  public init(tensors: [NamedTensor], metadata: [Note] = []) {
    self.tensors = tensors
    self.metadata = metadata
    let named = tensors.enumerated().map { ($0.element.name, $0.offset) }
    places = Dictionary(named, uniquingKeysWith: { first, _ in first })
  }

  /// The text of a note; nil if there is none of this name.
  public func note(_ name: String) -> String? { metadata.first { $0.name == name }?.text }

  /// The tensor of a name; nil if there is none.
  public func tensor(_ name: String) -> Tensor? { places[name].map { tensors[$0].tensor } }

  /// The bytes of the file. Equal contents give equal bytes.
  ///
  /// - Throws: `NetworkFileError` if the texts are longer than ``headerLimit``.
  public func encoded() throws(NetworkFileError) -> [UInt8] {
    var members: [JSONValue.Member] = []
    if !metadata.isEmpty {
      let notes = metadata.map { JSONValue.Member($0.name, .string($0.text)) }
      members.append(JSONValue.Member(Self.metadataName, .object(notes)))
    }
    var end = 0
    for entry in tensors {
      let begin = end
      end += entry.tensor.count * 4
      let shape = entry.tensor.shape.dimensions.map { JSONValue.integer($0) }
      members.append(
        JSONValue.Member(
          entry.name,
          [
            "dtype": "F32", "shape": .array(shape),
            "data_offsets": [.integer(begin), .integer(end)],
          ]
        ))
    }
    var header = Array(JSONValue.object(members).text.utf8)
    header += repeatElement(UInt8(ascii: " "), count: (8 - header.count % 8) % 8)
    guard header.count <= Self.headerLimit else {
      throw .layout(.notesTooLong(limit: Self.headerLimit))
    }
    var bytes = (0..<8).map { UInt8(truncatingIfNeeded: header.count >> (8 * $0)) }
    bytes.reserveCapacity(8 + header.count + end)
    bytes += header
    for entry in tensors { Self.append(entry.tensor, to: &bytes) }
    return bytes
  }

  private static func append(_ tensor: Tensor, to bytes: inout [UInt8]) {
    #if _endian(little)
      tensor.elements.withUnsafeBytes { bytes.append(contentsOf: $0) }
    #else
      for element in tensor.elements {
        withUnsafeBytes(of: element.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
      }
    #endif
  }

  static let metadataName = "__metadata__"
}
