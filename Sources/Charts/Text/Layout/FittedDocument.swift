/// A document with pictures that leave room for all of it on the screen.
///
/// Pictures are drawn lower than usual until the whole document fits, or else stand side by side as
/// one grid, or else closer to each other in narrow columns. Where its text alone is longer than the
/// screen, the pictures fit it with their captions or by themselves, so that none is scrolled; and
/// where they would be too low to be read, they are only low.
struct FittedDocument {
  /// How pictures are drawn.
  struct Form {
    /// How many rows a plot may take.
    var mostRows: Int
    /// Whether the pictures of a grid are as narrow as they can be.
    var isNarrow = false
    /// Whether captions are written below.
    var hasCaptions = true
  }

  /// The fewest rows of a plot that are worth looking at.
  private static let leastRows = 4
  /// The rows of a plot that need no other form.
  private static let enoughRows = 8
  /// More than any plot has.
  private static let allRows = 200

  private let document: Document
  /// The lines that there are.
  private let room: Int
  private let draw: ([Block], Form) -> [String]

  init(_ document: Document, room: Int, draw: @escaping ([Block], Form) -> [String]) {
    self.document = document
    self.room = room
    self.draw = draw
  }

  var lines: [String] {
    let all = document.blocks
    let usual = draw(all, Form(mostRows: Self.allRows))
    guard usual.count > room else { return usual }
    let pictures = all.filter(\.isPicture)
    guard !pictures.isEmpty else { return usual }
    for (measured, hasCaptions) in [(all, true), (pictures, true), (pictures, false)] {
      guard let best = best(for: measured, hasCaptions: hasCaptions) else { continue }
      return draw(best.isJoined ? all.joinedPictures : all, best.form)
    }
    return draw(all, Form(mostRows: Self.enoughRows))
  }

  /// The first form in which some blocks fit with plots that are high enough, or else that with the
  /// highest ones; nil where they fit in none.
  private func best(
    for blocks: [Block], hasCaptions: Bool
  ) -> (form: Form, isJoined: Bool)? {
    var best: (form: Form, isJoined: Bool)?
    for (isJoined, isNarrow) in [(false, false), (true, false), (true, true)] {
      var form = Form(mostRows: Self.leastRows, isNarrow: isNarrow, hasCaptions: hasCaptions)
      guard let most = mostRows(of: isJoined ? blocks.joinedPictures : blocks, form),
        most > best?.form.mostRows ?? 0
      else { continue }
      form.mostRows = most
      form.hasCaptions = true
      best = (form, isJoined)
      if most >= Self.enoughRows { return best }
    }
    return best
  }

  /// How high the plots of some blocks can be so that they fit; nil where even the lowest are too
  /// high.
  private func mostRows(of blocks: [Block], _ form: Form) -> Int? {
    guard draw(blocks, form).count <= room else { return nil }
    var (fitting, tooMany) = (form.mostRows, room + 1)
    while tooMany - fitting > 1 {
      var middle = form
      middle.mostRows = (fitting + tooMany) / 2
      if draw(blocks, middle).count <= room {
        fitting = middle.mostRows
      } else {
        tooMany = middle.mostRows
      }
    }
    return fitting
  }
}

extension Block {
  /// Whether it is drawn rather than written.
  package var isPicture: Bool {
    switch self {
    case .chart, .grid: true
    case .text, .verbatim, .facts, .table: false
    }
  }

  /// Its charts with their caption, if they can stand side by side with others.
  fileprivate var joinable: (charts: [Chart], caption: String)? {
    switch self {
    case .chart(let chart): ([chart], chart.caption)
    case .grid(let grid):
      grid.flattened.rowNames.isEmpty ? (grid.flattened.charts, grid.text) : nil
    case .text, .verbatim, .facts, .table: nil
    }
  }
}

extension [Block] {
  /// The blocks with one grid in the place of pictures that follow each other.
  fileprivate var joinedPictures: [Block] {
    var blocks: [Block] = []
    for block in self {
      if let last = blocks.last?.joinable, let next = block.joinable {
        blocks[blocks.count - 1] = .grid(
          ChartGrid(
            charts: last.charts + next.charts, caption: "\(last.caption) · \(next.caption)"))
      } else {
        blocks.append(block)
      }
    }
    return blocks
  }
}
