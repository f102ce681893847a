import CJansson

extension JSONValue {
  /// How deep arrays and objects may stand in each other.
  public static let depthLimit = 64

  /// Reads a JSON text in UTF-8 whose outermost value is an object or an array (RFC 8259).
  ///
  /// The members of an object keep their order. A number without a point and an exponent is an
  /// ``integer(_:)``, any other the ``number(_:)`` that is nearest to it.
  ///
  /// - Throws: `JSONError` if the text is no JSON, names a member twice, holds a number that is
  ///   too large, or is nested deeper than ``depthLimit``.
  public init(reading bytes: some Sequence<UInt8>) throws(JSONError) {
    var failure = json_error_t()
    let text = Array(bytes)
    let flags = Int(JSON_REJECT_DUPLICATES) | Int(JSON_ALLOW_NUL)
    let root = unsafe text.withUnsafeBytes { buffer in
      unsafe buffer.withMemoryRebound(to: CChar.self) {
        unsafe json_loadb($0.baseAddress, $0.count, flags, &failure)
      }
    }
    guard let root = unsafe root else { throw Self.error(failure) }
    defer { unsafe json_decref(root) }
    self = unsafe try Self.value(root, depth: 1)
  }

  private static func value(
    _ value: UnsafeMutablePointer<json_t>, depth: Int
  ) throws(JSONError) -> JSONValue {
    switch unsafe overfit_json_type(value) {
    case JSON_NULL: return .null
    case JSON_TRUE: return .bool(true)
    case JSON_FALSE: return .bool(false)
    case JSON_INTEGER: return unsafe .integer(Int(json_integer_value(value)))
    case JSON_REAL: return unsafe .number(json_real_value(value))
    case JSON_STRING:
      return unsafe .string(text(json_string_value(value), json_string_length(value)))
    case JSON_ARRAY:
      guard depth <= depthLimit else { throw tooDeep }
      var values: [JSONValue] = []
      for index in unsafe 0..<json_array_size(value) {
        guard let element = unsafe json_array_get(value, index) else { continue }
        unsafe values.append(try self.value(element, depth: depth + 1))
      }
      return .array(values)
    default:
      guard depth <= depthLimit else { throw tooDeep }
      return unsafe .object(try members(of: value, depth: depth))
    }
  }

  private static func members(
    of object: UnsafeMutablePointer<json_t>, depth: Int
  ) throws(JSONError) -> [Member] {
    var members: [Member] = []
    var place = unsafe json_object_iter(object)
    while let found = unsafe place {
      if let name = unsafe json_object_iter_key(found),
        let element = unsafe json_object_iter_value(found)
      {
        unsafe members.append(
          Member(
            text(name, json_object_iter_key_len(found)), try value(element, depth: depth + 1)))
      }
      unsafe place = unsafe json_object_iter_next(object, found)
    }
    return members
  }

  private static func text(_ bytes: UnsafePointer<CChar>?, _ count: Int) -> String {
    guard let bytes = unsafe bytes else { return "" }
    let buffer = unsafe UnsafeRawBufferPointer(start: bytes, count: count)
    return unsafe String(decoding: buffer, as: UTF8.self)
  }

  private static let tooDeep = JSONError.tooDeep(limit: depthLimit)

  private static func error(_ failure: json_error_t) -> JSONError {
    let fault: JSONError.TextFault =
      switch unsafe withUnsafePointer(to: failure, { unsafe json_error_code($0) }) {
      case json_error_duplicate_key: .repeatedName
      case json_error_invalid_utf8: .notUTF8
      case json_error_premature_end_of_input: .cutOff
      case json_error_end_of_input_expected: .textBehindEnd
      case json_error_numeric_overflow: .largeNumber
      case json_error_stack_overflow: .nestedTooDeep
      case json_error_null_byte_in_key: .zeroByteInName
      case json_error_out_of_memory: .noMemory
      default: .noJSON
      }
    return .text(fault, byte: Int(max(0, failure.position)))
  }
}
