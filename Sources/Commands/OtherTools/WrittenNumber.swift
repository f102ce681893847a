/// Numbers that are written out: `ten`, `one_hundred`, `half`.
enum WrittenNumber {
  /// The number that a word means; nil for one that means none.
  static func value(of word: String) -> Double? {
    let word = word.lowercased()
    if let part = parts[word] { return part }
    var (sum, last) = (0.0, 0.0)
    for part in word.split(separator: "_") {
      if let number = small[String(part)] {
        last += number
      } else if part == "hundred" {
        last = max(last, 1) * 100
      } else if let factor = large[String(part)] {
        sum += max(last, 1) * factor
        last = 0
      } else {
        return nil
      }
    }
    return word.contains { $0 != "_" } ? sum + last : nil
  }

  private static let parts = ["half": 0.5, "quarter": 0.25, "tenth": 0.1, "hundredth": 0.01]
  private static let large = ["thousand": 1e3, "million": 1e6]
  private static let small = [
    "zero": 0.0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "dozen": 12, "thirteen": 13,
    "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
  ]
}
