internal import CMarkdown

/// A Markdown text taken apart by libcmark-gfm. This is the only file that speaks to the library;
/// what it hands out are values.
struct MarkdownDocument: Sendable {
  /// The blocks of the text, in order.
  var blocks: [MarkdownNode] = []
  /// Fenced code blocks inside lists and quotes, which can't be cells.
  var nestedFences: [MarkdownNode] = []

  /// Levels beyond this one are flattened: their text stays, their structure is dropped.
  /// A value tree of any depth would overflow the stack of whoever walks or frees it.
  static let deepestLevel = 32

  /// More source than any lesson has; the library's own sizes end at 2 GiB.
  static let largestSource = 1 << 24

  /// Parses a text. Every text is Markdown: there is no error.
  /// - Parameters:
  ///   - source: Bytes in UTF-8; what is beyond `largestSource` is left out.
  ///   - linesBefore: How many lines of the file stand before the source.
  ///   - isBounded: Whether it is known to be no more work than it may be.
  init(_ source: [UInt8], linesBefore: Int = 0, isBounded: Bool = false) {
    let source = source.count > Self.largestSource ? Array(source[..<Self.largestSource]) : source
    guard isBounded || MarkdownWork.excess(in: source) == nil else {
      blocks = [Self.plain(source, line: linesBefore + 1)]
      return
    }
    _ = Self.registered
    guard let parser = unsafe cmark_parser_new(CMARK_OPT_DEFAULT) else { return }
    defer { unsafe cmark_parser_free(parser) }
    if Self.mayHaveTables(source), let table = unsafe cmark_find_syntax_extension("table") {
      _ = unsafe cmark_parser_attach_syntax_extension(parser, table)
    }
    // The library skips a byte order mark on the first line. Only the reader of a file knows
    // where the file begins and takes it off, so the first line here is an empty one.
    unsafe cmark_parser_feed(parser, "\n", 1)
    unsafe source.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return }
      unsafe cmark_parser_feed(parser, start.assumingMemoryBound(to: CChar.self), bytes.count)
    }
    guard let root = unsafe cmark_parser_finish(parser) else { return }
    defer { unsafe cmark_node_free(root) }
    unsafe read(root, linesBefore: linesBefore - 1)
  }

  /// A text that would take too long to be taken apart, as one paragraph of letters.
  private static func plain(_ source: [UInt8], line: Int) -> MarkdownNode {
    let text = MarkdownNode(kind: .text(String(decoding: source, as: UTF8.self)), line: line)
    return MarkdownNode(kind: .paragraph, line: line, children: [text])
  }

  /// The table extension is registered once. It is the only one: the inline extensions mark their
  /// characters in a global table while they parse, so that two threads would disturb each other.
  private static let registered: Void = cmark_gfm_core_extensions_ensure_registered()

  /// A short row is filled up with empty cells, so a wide head over many lines could
  /// ask for cells without end.
  private static func mayHaveTables(_ source: [UInt8]) -> Bool {
    var lines = 1
    var pipes = 0
    var mostPipes = 0
    for byte in source {
      if byte == UInt8(ascii: "|") {
        pipes += 1
        mostPipes = max(mostPipes, pipes)
      } else if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        lines += 1
        pipes = 0
      }
    }
    return mostPipes * lines <= 2_000_000
  }

  private mutating func read(_ root: OpaquePointer, linesBefore: Int) {
    guard let iterator = unsafe cmark_iter_new(root) else { return }
    defer { unsafe cmark_iter_free(iterator) }
    var open: [MarkdownNode] = []
    var flattened = 0
    while true {
      let event = unsafe cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, let pointer = unsafe cmark_iter_get_node(iterator) else {
        break
      }
      if event == CMARK_EVENT_EXIT {
        if flattened > 0 {
          flattened -= 1
        } else if let node = open.popLast() {
          if open.isEmpty {
            blocks = node.children
          } else {
            open[open.count - 1].children.append(node)
          }
        }
        continue
      }
      var node = unsafe MarkdownNode(pointer)
      node.line += linesBefore
      if case .codeBlock(_, .some) = node.kind, open.count + flattened > 1 {
        nestedFences.append(node)
      }
      if unsafe Self.isLeaf(pointer) {
        open[open.count - 1].children.append(node)
      } else if open.count < Self.deepestLevel || open[open.count - 1].holdsOnlyParts {
        open.append(node)
      } else {
        flattened += 1
        open[open.count - 1].children.append(MarkdownNode(kind: .softBreak, line: node.line))
      }
    }
  }

  /// The nodes for which the library's iterator has an enter event and no exit event.
  private static func isLeaf(_ pointer: OpaquePointer) -> Bool {
    switch unsafe cmark_node_get_type(pointer) {
    case CMARK_NODE_HTML_BLOCK, CMARK_NODE_THEMATIC_BREAK, CMARK_NODE_CODE_BLOCK,
      CMARK_NODE_TEXT, CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK, CMARK_NODE_CODE,
      CMARK_NODE_HTML_INLINE:
      true
    default: false
    }
  }
}

extension MarkdownNode {
  /// The node that the library holds at an address, without its children.
  fileprivate init(_ pointer: OpaquePointer) {
    unsafe self.init(kind: Self.kind(of: pointer), line: Int(cmark_node_get_start_line(pointer)))
  }

  private static func kind(of pointer: OpaquePointer) -> Kind {
    switch unsafe cmark_node_get_type(pointer) {
    case CMARK_NODE_DOCUMENT: .document
    case CMARK_NODE_HEADING: unsafe .heading(level: Int(cmark_node_get_heading_level(pointer)))
    case CMARK_NODE_BLOCK_QUOTE: .blockQuote
    case CMARK_NODE_LIST: unsafe .list(listStyle(of: pointer))
    case CMARK_NODE_ITEM: .listItem
    case CMARK_NODE_CODE_BLOCK:
      unsafe .codeBlock(text: literal(of: pointer), fence: fence(of: pointer))
    case CMARK_NODE_HTML_BLOCK: unsafe .htmlBlock(literal(of: pointer))
    case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
    case CMARK_NODE_TEXT: unsafe .text(literal(of: pointer))
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_CODE: unsafe .code(literal(of: pointer))
    case CMARK_NODE_HTML_INLINE: unsafe .html(literal(of: pointer))
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK: unsafe .link(url: string(cmark_node_get_url(pointer)))
    case CMARK_NODE_IMAGE: .image
    default: unsafe extensionKind(of: pointer)
    }
  }

  /// The types of an extension are numbered at run time; only their names are fixed.
  private static func extensionKind(of pointer: OpaquePointer) -> Kind {
    switch unsafe string(cmark_node_get_type_string(pointer)) {
    case "table": unsafe .table(alignments(of: pointer))
    case "table_header": .tableRow(isHeader: true)
    case "table_row": .tableRow(isHeader: false)
    case "table_cell": .tableCell
    default: .paragraph
    }
  }

  private static func listStyle(of pointer: OpaquePointer) -> ListStyle {
    let isOrdered = unsafe cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST
    return unsafe ListStyle(
      start: isOrdered ? Int(cmark_node_get_list_start(pointer)) : nil,
      delimiter: cmark_node_get_list_delim(pointer) == CMARK_PAREN_DELIM ? ")" : ".",
      isTight: cmark_node_get_list_tight(pointer) != 0)
  }

  private static func fence(of pointer: OpaquePointer) -> Fence? {
    var length: CInt = 0
    var indent: CInt = 0
    var character: CChar = 0
    guard unsafe cmark_node_get_fenced(pointer, &length, &indent, &character) != 0 else {
      return nil
    }
    return unsafe Fence(
      character: UInt8(bitPattern: character), length: Int(length), indent: Int(indent),
      info: string(cmark_node_get_fence_info(pointer)))
  }

  private static func alignments(of pointer: OpaquePointer) -> [Alignment] {
    let count = unsafe Int(cmark_gfm_extensions_get_table_columns(pointer))
    guard let letters = unsafe cmark_gfm_extensions_get_table_alignments(pointer) else { return [] }
    return (0..<count).map { column in
      switch unsafe letters[column] {
      case UInt8(ascii: "c"): .center
      case UInt8(ascii: "r"): .right
      default: .left
      }
    }
  }

  private static func literal(of pointer: OpaquePointer) -> String {
    unsafe string(cmark_node_get_literal(pointer))
  }

  private static func string(_ pointer: UnsafePointer<CChar>?) -> String {
    unsafe pointer.map { unsafe String(cString: $0) } ?? ""
  }
}
