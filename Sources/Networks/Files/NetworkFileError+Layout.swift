public import JSON
public import TensorEngine

extension NetworkFileError {
  /// What breaks the layout of a safetensors file: the length of a header, the header, the data.
  public enum Layout: Equatable, Sendable {
    /// The file ends within the length of its header.
    case tooShort(byteCount: Int)
    /// The header would be longer than any.
    case headerTooLong(byteCount: UInt64)
    /// The file ends within a header of this length.
    case headerCutOff(byteCount: UInt64)
    /// There is no `{` where the header begins.
    case noHeader
    /// The header is no JSON.
    case unreadableHeader(JSONError)
    /// The header is JSON, and no object.
    case headerIsNoObject
    /// The member of this name, which holds the notes, is no object.
    case notesAreNoObject(member: String)
    /// A note in that member is no text.
    case noteIsNoText(member: String, note: String)
    /// The tensors end at a byte of the data that is not its last.
    case tensorsEnd(at: Int, byteCount: Int)
    /// The notes are too long to be written.
    case notesTooLong(limit: Int)
  }

  /// What is wrong with a tensor of a file.
  public enum TensorFault: Equatable, Sendable {
    /// The header says no type.
    case noType
    /// Its numbers are of a type that can't be read.
    case unknownType(String)
    /// The header has no list of this name, or one that is too long.
    case noList(String)
    /// The list of this name holds something that is no whole number from 0.
    case noCount(list: String)
    /// There are not two offsets, the smaller one first.
    case badOffsets
    /// It ends at a byte of the data behind the last one.
    case cutOff(end: Int, byteCount: Int)
    /// Its shape does not fit its bytes.
    case badSize(shape: Shape, byteCount: Int, type: String)
    /// It begins at another byte than that at which the one before it ends.
    case misplaced(begin: Int, endBefore: Int)
    /// It is not in the file; the one that is there and not looked for.
    case missing(instead: String?)
    /// It has another shape.
    case badShape(actual: Shape, expected: Shape)
    /// It holds a value that is no finite number.
    case notFinite
    /// The network has no parameter of its name.
    case unknown
  }
}
