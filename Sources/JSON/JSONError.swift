/// What is wrong with a JSON text, or with a value that was expected to be another: facts, without
/// a sentence.
public enum JSONError: Error, Equatable, Sendable {
  /// The text can't be read, from this byte on.
  case text(TextFault, byte: Int)
  /// Values stand in each other more than so many levels deep.
  case tooDeep(limit: Int)
  /// A value, by its place from the outermost one, is another than was expected.
  case value([Step], ValueFault)
  /// A value of this type can't be written.
  case notWritable

  /// What is wrong with a text.
  public enum TextFault: Equatable, Sendable, CaseIterable {
    /// It is no JSON.
    case noJSON
    /// A name is given twice in one object.
    case repeatedName
    /// It is not UTF-8.
    case notUTF8
    /// It ends too early.
    case cutOff
    /// Something follows the end of the value.
    case textBehindEnd
    /// A number is too large.
    case largeNumber
    /// Its values are nested too deep.
    case nestedTooDeep
    /// A name holds a zero byte.
    case zeroByteInName
    /// There is no memory left to read it.
    case noMemory
  }

  /// One step on the way from the outermost value to another.
  public enum Step: Equatable, Sendable {
    /// The member of this name.
    case member(String)
    /// The element of this number, counted from 0.
    case element(Int)
  }

  /// What is wrong with a value.
  public enum ValueFault: Equatable, Sendable {
    /// The object has no member of this name.
    case missing(String)
    /// Another kind of value is expected.
    case expected(Kind)
    /// This value is none of those that are known; nil for an object that stands for a case.
    case unknown(JSONValue?)
    /// The list has no element here.
    case listTooShort
    /// The type refuses it, and this is all that it says of it.
    case refused(String)
    /// It can't be read.
    case unreadable
  }

  /// Kinds of values.
  public enum Kind: Equatable, Sendable, CaseIterable {
    /// Values in order.
    case list
    /// Names with their values.
    case object
    /// A text.
    case text
    /// True or false.
    case truth
    /// A number.
    case number
    /// A whole number within the range of its type.
    case wholeNumber
  }
}
