import TerminalText

/// Names in 7-bit characters, of which no two read the same.
///
/// A name that 7-bit characters can't spell, such as `да`, or that another name is spelled like, such
/// as `pêche` beside `péché`, is written as what can be spelled of it and a letter. The letters go by
/// the order of the names, so that a name has the same one in each picture of a document.
struct NameSpelling {
  /// A name and what stands for it.
  private struct Lettered {
    let name: String
    let characters: [Character]
    let label: String
  }

  /// The longest names first, so that none is found within another one.
  private let byLength: [Lettered]
  /// In the order of the letters.
  private let lettered: [Lettered]

  /// Finds the names that need a letter.
  ///
  /// - Parameters:
  ///   - names: The names that may occur in the texts, in the order of their letters.
  ///   - texts: What is to be spelled: words of it that are no names get the letters that follow.
  init(_ names: [String], in texts: [String]) {
    var known: [(name: String, spelled: (text: String, isWhole: Bool))] = []
    var seen: Set<String> = []
    for name in names.map({ $0.cleaned(.label) }) + texts.flatMap(Self.unspelledWords)
    where !name.isEmpty && seen.insert(name).inserted {
      known.append((name, SevenBitText.spelled(name)))
    }
    var counts: [String: Int] = [:]
    for one in known { counts[one.spelled.text, default: 0] += 1 }
    var taken = Set(known.filter(\.spelled.isWhole).map(\.spelled.text))
    var letters = Letters()
    var lettered: [Lettered] = []
    for (name, spelled) in known where !name.utf8.allSatisfy({ $0 < 0x80 }) {
      guard !spelled.isWhole || counts[spelled.text, default: 0] > 1 else { continue }
      let stem = spelled.text.split(separator: " ").joined(separator: " ")
      var label: String
      repeat {
        let letter = letters.next()
        label = stem.isEmpty ? letter : "\(stem) \(letter)"
      } while !taken.insert(label).inserted
      lettered.append(Lettered(name: name, characters: Array(name), label: label))
    }
    self.lettered = lettered
    byLength = lettered.enumerated().sorted {
      ($1.element.characters.count, $0.offset) < ($0.element.characters.count, $1.offset)
    }.map(\.element)
  }

  /// The words of a text that 7-bit characters can't spell.
  private static func unspelledWords(of text: String) -> [String] {
    guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return [] }
    return text.cleaned(.label).split {
      !isOfWord($0) && SevenBitText.spelled(String($0)).isWhole
    }.map(String.init).filter { !SevenBitText.spelled($0).isWhole }
  }

  /// A text with the names in it as they are spelled.
  func callAsFunction(_ text: String) -> String {
    guard !byLength.isEmpty, !text.utf8.allSatisfy({ $0 < 0x80 }) else {
      return SevenBitText.of(text)
    }
    return SevenBitText.of(replaced(text).text)
  }

  /// What stands for what, of the names that occur in some texts; nil where none does.
  func key(of texts: [String]) -> String? {
    let used = Set(texts.flatMap { replaced($0).used })
    let entries = lettered.filter { used.contains($0.label) }.map { "\($0.label) = \($0.name)" }
    return entries.isEmpty ? nil : entries.joined(separator: " · ")
  }

  private func replaced(_ text: String) -> (text: String, used: [String]) {
    let characters = Array(text.cleaned(.label))
    var spelled = ""
    var used: [String] = []
    var place = 0
    while place < characters.count {
      if let found = name(at: place, in: characters) {
        spelled += found.label
        used.append(found.label)
        place += found.characters.count
      } else {
        spelled.append(characters[place])
        place += 1
      }
    }
    return (spelled, used)
  }

  /// The name that begins at a place, as a word of its own.
  private func name(at place: Int, in characters: [Character]) -> Lettered? {
    guard place == 0 || !Self.isOfWord(characters[place - 1]) else { return nil }
    return byLength.first { one in
      let end = place + one.characters.count
      guard end <= characters.count, end == characters.count || !Self.isOfWord(characters[end])
      else { return false }
      return characters[place..<end].elementsEqual(one.characters)
    }
  }

  private static func isOfWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber
  }
}

/// A, B, …, Z, A2, B2, …
private struct Letters {
  private var count = 0

  mutating func next() -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    let round = count / letters.count
    defer { count += 1 }
    return String(letters[count % letters.count]) + (round == 0 ? "" : String(round + 1))
  }
}
