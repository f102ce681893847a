internal import CYAML

/// A part of a YAML text, with the line that it begins in, counted from 0.
enum YAMLNode {
  case scalar(String, line: Int)
  case sequence([YAMLNode], line: Int)
  case mapping([(key: YAMLNode, value: YAMLNode)], line: Int)

  /// Why a text is no YAML.
  struct Failure: Error {
    let problem: String
    /// Counted from 0.
    let line: Int
  }

  var line: Int {
    switch self {
    case .scalar(_, let line), .sequence(_, let line), .mapping(_, let line): line
    }
  }

  /// Reads the one document of a text; nil for a text without one. This is the only place that speaks
  /// to the library.
  ///
  /// - Throws: `Failure` where it is no YAML, holds an alias or more than one document. How deep it
  ///   nests is for who gives the text to bound.
  static func read(_ text: String) throws(Failure) -> YAMLNode? {
    var parser = unsafe yaml_parser_t()
    guard unsafe yaml_parser_initialize(&parser) == 1 else {
      throw Failure(problem: "there is no memory left", line: 0)
    }
    defer { unsafe yaml_parser_delete(&parser) }
    let bytes = Array(text.utf8)
    let result = unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
      unsafe yaml_parser_set_input_string(&parser, bytes.baseAddress, bytes.count)
      return Result { () throws(Failure) in
        var reading = unsafe YAMLReading(&parser)
        return try unsafe reading.document()
      }
    }
    return try result.get()
  }
}

/// Reads the events of a parser.
@unsafe private struct YAMLReading {
  private let parser: UnsafeMutablePointer<yaml_parser_t>

  init(_ parser: UnsafeMutablePointer<yaml_parser_t>) {
    unsafe self.parser = unsafe parser
  }

  /// What an event says.
  private enum Event {
    case node(YAMLNode)
    case sequenceStart(line: Int)
    case mappingStart(line: Int)
    case end
    case other
    case finished
  }

  mutating func document() throws(YAMLNode.Failure) -> YAMLNode? {
    var root: YAMLNode?
    while true {
      let event = try unsafe next()
      if case .finished = event { return root }
      guard let node = try unsafe node(event) else { continue }
      if root != nil {
        throw YAMLNode.Failure(problem: "expected a single document", line: node.line)
      }
      root = node
    }
  }

  /// The node that an event begins; nil for one that begins none.
  private mutating func node(_ event: Event) throws(YAMLNode.Failure) -> YAMLNode? {
    switch event {
    case .node(let node): return node
    case .sequenceStart(let line):
      var items: [YAMLNode] = []
      while let item = try unsafe node(try unsafe next()) { items.append(item) }
      return .sequence(items, line: line)
    case .mappingStart(let line):
      var pairs: [(key: YAMLNode, value: YAMLNode)] = []
      while let key = try unsafe node(try unsafe next()),
        let value = try unsafe node(try unsafe next())
      {
        pairs.append((key, value))
      }
      return .mapping(pairs, line: line)
    case .end, .other, .finished: return nil
    }
  }

  private mutating func next() throws(YAMLNode.Failure) -> Event {
    var event = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(parser, &event) == 1 else { throw unsafe failure }
    defer { unsafe yaml_event_delete(&event) }
    let line = unsafe event.start_mark.line
    switch unsafe event.type {
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      let bytes = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      return .node(.scalar(unsafe String(decoding: bytes, as: UTF8.self), line: line))
    case YAML_ALIAS_EVENT: throw YAMLNode.Failure(problem: "found undefined alias", line: line)
    case YAML_SEQUENCE_START_EVENT: return .sequenceStart(line: line)
    case YAML_MAPPING_START_EVENT: return .mappingStart(line: line)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return .end
    case YAML_STREAM_END_EVENT: return .finished
    default: return .other
    }
  }

  /// What the parser has found. A scanner's fault is where the construct began that it broke.
  private var failure: YAMLNode.Failure {
    let parser = unsafe self.parser.pointee
    guard let problem = unsafe parser.problem, unsafe parser.error != YAML_READER_ERROR else {
      return YAMLNode.Failure(problem: "it can't be read", line: 0)
    }
    let isOfContext = unsafe parser.error == YAML_SCANNER_ERROR && parser.context != nil
    let mark = unsafe isOfContext ? parser.context_mark : parser.problem_mark
    return unsafe YAMLNode.Failure(problem: String(cString: problem), line: mark.line)
  }
}
