/// The room that a picture may take.
struct PictureSpace {
  /// How many columns a plot of the usual width has for its plane at the most.
  static let usualColumns = 72

  var width: Int
  /// How many rows a plot takes above its lying axis.
  var rows: ClosedRange<Int> = 12...16
  /// How many columns the plane of a plot takes at the most, and how many a curve does.
  var mostColumns = (plane: usualColumns, curve: 100)
  var pictures: Pictures
  /// Whether it stands in a grid, where there is no room for numbers at both axes.
  var isSmall = false
  /// Whether it stands in a grid, where charts share a legend and so count nothing in it.
  var isInGrid = false
  /// Whether the headings of a diagram stand over it; those of an equal one above it do else.
  var hasHeadings = true
  /// How many columns the labels of an upright axis take at the least.
  var labelWidth = 0
  /// What the data of all the charts of a grid fills, so that they are drawn to one scale.
  var shared: (x: Extent, y: Extent)?
}

extension PictureSpace {
  /// The room of a picture on its own: on a page that is higher than usual, it grows with both.
  init(width: Int, height: Int, pictures: Pictures) {
    self.init(width: width, pictures: pictures)
    guard height > 24 else { return }
    let most = max(min(height * 2 / 3, width * 2 / 5), rows.upperBound)
    rows = max(most * 3 / 4, rows.lowerBound)...most
    mostColumns = (width, width)
  }

  /// Takes no more than so many rows for a plot.
  mutating func lower(to most: Int) {
    guard most < rows.upperBound else { return }
    rows = min(rows.lowerBound, max(most * 3 / 4, 1))...most
  }

  /// A name with how many there are of it, but for a shared legend.
  func counted(_ name: String, _ count: Int) -> String {
    isInGrid ? name : "\(name) (\(NumberText.count(count)))"
  }

  /// The columns that a legend beside a plane takes; none where it goes below.
  func beside(_ legend: [LegendEntry]) -> Int {
    let widest = legend.map(\.line.width).max() ?? 0
    let most = max(width * 2 / 5, width - 44)
    return isInGrid || widest + Picture.legendGap > most ? 0 : widest + Picture.legendGap
  }
}
