/// Something in the prose of a notebook, with the line of the block of Markdown that it stands in.
package struct ProsePiece: Sendable, Equatable {
  /// Its text; of a link the address.
  package let text: String
  /// The line of the file, counted from 1.
  package let line: Int
}

extension Prose {
  /// The addresses that its links lead to.
  package var links: [ProsePiece] {
    pieces { node in
      if case .link(let url) = node.kind { url } else { nil }
    }
  }

  /// What stands in backticks.
  package var codeSpans: [ProsePiece] {
    pieces { node in
      if case .code(let text) = node.kind { text } else { nil }
    }
  }

  /// The texts of its headings.
  package var headings: [ProsePiece] {
    pieces { node in
      if case .heading = node.kind { node.plainText } else { nil }
    }
  }

  /// The texts of its paragraphs, headings and cells of tables, without what stands in backticks.
  package var texts: [ProsePiece] {
    pieces { node in
      switch node.kind {
      case .paragraph, .heading, .tableCell: node.spokenText
      default: nil
      }
    }
  }

  /// How many words a reader reads.
  package var wordCount: Int {
    nodes.reduce(0) { $0 + $1.plainText.split(whereSeparator: \.isWhitespace).count }
  }

  private func pieces(_ text: (MarkdownNode) -> String?) -> [ProsePiece] {
    nodes.flatMap { $0.pieces(line: $0.line, text) }
  }
}

extension MarkdownNode {
  fileprivate func pieces(line: Int, _ text: (MarkdownNode) -> String?) -> [ProsePiece] {
    let line = isInline ? line : self.line
    let own = text(self).map { [ProsePiece(text: $0, line: line)] } ?? []
    return own + children.flatMap { $0.pieces(line: line, text) }
  }

  /// The text without code.
  fileprivate var spokenText: String {
    switch kind {
    case .text(let text): text
    case .code: " "
    case .softBreak, .lineBreak: " "
    default: children.map(\.spokenText).joined()
    }
  }
}

extension Notebook {
  /// The prose of the notebook, piece by piece.
  package var prose: [Prose] {
    blocks.compactMap { block in
      if case .prose(let prose) = block { prose } else { nil }
    }
  }

  /// The steps of the notebook.
  package var steps: [any LessonStep] {
    blocks.compactMap { block in
      if case .step(let step) = block { step } else { nil }
    }
  }

  /// The cards of all its decks, in the order of the file.
  package var cards: [FlashCard] { steps.flatMap { ($0 as? CardDeck)?.cards ?? [] } }
}
