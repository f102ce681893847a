package import Notebooks
import TensorEngine

/// One sitting over flash cards: what is asked, what comes of each answer, and how it went.
package struct CardSitting: Sendable {
  /// What came of a card.
  package struct Judgement: Equatable, Sendable {
    /// The card's key.
    package let key: UInt64
    /// Whether it was known.
    package let isKnown: Bool
  }

  /// What comes of a line.
  package struct Answer: Sendable {
    /// What is said of it, and what is asked next.
    package let text: StepText
    /// The cards that were judged by it.
    package let judged: [Judgement]
  }

  /// How far the student is with the cards that are asked.
  private enum Stage: Equatable, Sendable {
    /// They are asked.
    case asked
    /// The card was turned over.
    case turned
    /// So many gaps are filled; whether all of them rightly.
    case filled(Int, isRight: Bool)
  }

  private let rounds: [CardRound]
  private var index = 0
  private var stage = Stage.asked
  /// What was judged so far, in order.
  package private(set) var judged: [Judgement] = []

  /// Makes a sitting over cards, in their order.
  package init(_ cards: [LessonCard], in sitting: Int, seed: UInt64) {
    rounds = CardRound.rounds(
      of: cards, from: RandomStream(seed: seed, name: "cards/meanings \(sitting)/"))
  }

  /// How many cards there are.
  package var count: Int { rounds.reduce(0) { $0 + $1.cards.count } }

  /// Whether no card is left.
  package var isOver: Bool { index >= rounds.count }

  /// What is asked now; nothing at the end.
  package var standing: StepText {
    guard !isOver else { return .lines([]) }
    let round = rounds[index]
    switch (round.form, stage) {
    case (.turning, .turned): return .lines(["Did you know it? y or n."])
    case (.turning, _):
      let way = round.cards[0].card.form == .term ? "What does it mean? " : ""
      return .several([
        heading, .prose(front), .lines(["\(way)The return key turns it over."]),
      ])
    case (.filling(let words), .filled(let filled, _)):
      return .lines(["And gap \(filled + 1) of \(words.count):"])
    case (.filling(let words), _):
      let way =
        words.count == 1
        ? "Type what is missing." : "Type what is missing in gap 1 of \(words.count)."
      return .several([heading, .prose(front), .lines([way])])
    case (.matching(let places), _):
      let example = round.exampleLetters(besides: places).map { ": \($0), say" } ?? ""
      return .several([
        heading, round.table(places),
        .lines(["Type the letters of the meanings in the order of the terms\(example)."]),
      ])
    }
  }

  private var front: String { rounds[index].cards[0].card.front.text }

  /// "Card 3 of 20 · 06-dropout", and of a round the first and the last card.
  private var heading: StepText {
    let round = rounds[index]
    let first = rounds[..<index].reduce(1) { $0 + $1.cards.count }
    let last = first + round.cards.count - 1
    let lessons = round.cards.map(\.lesson)
    let names = lessons.indices.filter { lessons.firstIndex(of: lessons[$0]) == $0 }
      .map { lessons[$0] }.joined(separator: ", ")
    let number = first == last ? "Card \(first)" : "Cards \(first) to \(last)"
    return .lines(["\(number) of \(count) · \(names)"])
  }

  /// Takes a line; empty for the return key alone.
  package mutating func answer(to typed: String) -> Answer {
    guard !isOver else { return Answer(text: .lines([]), judged: []) }
    if typed == "skip" { return goOn(saying: [answerText], judging: []) }
    switch rounds[index].form {
    case .turning: return turn(typed)
    case .filling(let words): return fill(typed, words)
    case .matching(let places): return match(typed, places)
    }
  }

  /// What is right, told to who skips.
  private var answerText: StepText {
    switch rounds[index].form {
    case .turning, .filling: .prose("The answer: \(rounds[index].cards[0].card.back.text)")
    case .matching(let places):
      .lines(["The answer: \(places.map(CardRound.letter).joined())"])
    }
  }

  private mutating func turn(_ typed: String) -> Answer {
    guard stage == .turned else {
      stage = .turned
      return stay(.prose(rounds[index].cards[0].card.back.text), standing)
    }
    switch typed.lowercased() {
    case "y", "yes": return goOn(saying: [], judging: [true])
    case "n", "no": return goOn(saying: [], judging: [false])
    default: return stay(standing)
    }
  }

  private mutating func fill(_ typed: String, _ words: [String]) -> Answer {
    guard !typed.isEmpty else { return stay(.lines(["Type a guess, or skip."])) }
    var (filled, isRight) = (0, true)
    if case .filled(let count, let right) = stage { (filled, isRight) = (count, right) }
    let fits = GapAnswer(words[filled]).means(GapAnswer(typed))
    let said: StepText = fits ? .lines(["Right."]) : .prose("It is: \(words[filled])")
    guard filled + 1 < words.count else {
      return goOn(saying: [said], judging: [isRight && fits])
    }
    stage = .filled(filled + 1, isRight: isRight && fits)
    return stay(said, standing)
  }

  private mutating func match(_ typed: String, _ places: [Int]) -> Answer {
    let round = rounds[index]
    guard let typed = round.places(in: typed) else {
      let last = CardRound.letter(round.cards.count - 1)
      return stay(
        .lines(["Type \(round.cards.count) letters, each from a to \(last) once; or skip."]))
    }
    let fits = zip(typed, places).map { $0 == $1 }
    let wrong = fits.indices.filter { !fits[$0] }.map { index -> StepText in
      let card = round.cards[index].card
      return .prose("\(card.front.text): \(card.back.text)")
    }
    let sum =
      wrong.isEmpty
      ? "Right, all of them." : "\(fits.count(where: \.self)) of \(fits.count) are right."
    return goOn(saying: [.lines([sum])] + wrong, judging: fits)
  }

  private func stay(_ texts: StepText...) -> Answer { Answer(text: .several(texts), judged: []) }

  /// Goes on to the next cards; the judgements are those of the round's cards, in their order.
  private mutating func goOn(saying said: [StepText], judging known: [Bool]) -> Answer {
    let new = zip(rounds[index].cards, known).map { Judgement(key: $0.key, isKnown: $1) }
    judged += new
    index += 1
    stage = .asked
    return Answer(
      text: .several(said + (isOver ? [] : [.lines([""]), standing])), judged: new)
  }
}
