import SeededRandom

@testable import Language

/// Random trees of the shape that the parser makes.
struct TreeGenerator {
  private var random: SeededGenerator
  private let range = SourceRange(0, 0)

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
  }

  mutating func statement(depth: Int = 2) -> Statement {
    switch random.below(depth > 0 ? 12 : 9) {
    case 0:
      return .binding(
        Binding(
          name: name(), value: element(3), option: random.oneIn(3) ? consent() : nil, range: range,
          tokens: []))
    case 1:
      let formulas = many { $0.element(3) }.map { Argument.value($0) }
      let options = (0..<random.below(3)).map { _ in option() }
      return .command(
        Command(
          verb: Name("features", range: range), form: .formulas, arguments: formulas + options,
          range: range, tokens: []))
    case 2:
      let verb = Name(random.pick(["print", "check"]), range: range)
      var arguments: [Argument] = random.oneIn(9) ? [] : [.value(element(4))]
      if !arguments.isEmpty, random.oneIn(3) { arguments.append(.option(consent())) }
      return .command(
        Command(verb: verb, form: .formula, arguments: arguments, range: range, tokens: []))
    case 3:
      return .note(
        Note(text: random.pick(["", "a # b", "\"x\" y", "größe \\"]), range: range, tokens: []))
    case 9:
      return .edit(
        Edit(
          number: random.below(1000), numberRange: range,
          statement: random.oneIn(4) ? nil : edited(), range: range, tokens: []))
    case 10, 11:
      return .loop(
        Loop(
          variable: name(), values: many { $0.value(2) },
          body: (0..<random.below(4)).map { _ in statement(depth: depth - 1) }, range: range,
          headerTokens: [], endTokens: []))
    default:
      let verb = random.pick(["train", "plot", "add"])
      return .command(
        Command(
          verb: Name(verb, range: range), form: CommandForms.usual.form(of: verb),
          arguments: (0..<random.below(5)).map { _ in argument() }, range: range, tokens: []))
    }
  }

  private mutating func consent() -> Option {
    Option(name: Name("yes", range: range), values: [value(1)], range: range)
  }

  private mutating func edited() -> Statement {
    while true {
      switch statement(depth: 1) {
      case .edit: continue
      case let other: return other
      }
    }
  }

  private mutating func many(_ make: (inout Self) -> Expression) -> [Expression] {
    (0...random.below(3)).map { _ in make(&self) }
  }

  private mutating func name() -> Name {
    Name(random.pick(["x", "lambda", "w_1", "log", "he_normal"]), range: range)
  }

  private mutating func expression(_ kind: Expression.Kind) -> Expression {
    Expression(kind, range: range)
  }

  private mutating func argument() -> Argument {
    random.oneIn(2) ? .value(value(3)) : option()
  }

  private mutating func option() -> Argument {
    .option(Option(name: name(), values: many { $0.value(2) }, range: range))
  }

  /// A value in an argument: everything, and words and files that formulas don't have.
  private mutating func value(_ depth: Int) -> Expression {
    switch random.below(10) {
    case 0: expression(.path(random.pick(["a.csv", "../b/c", "01-x", "http://a/b?c=d"])))
    case 1: expression(.word(random.pick(["by", "log", "not", "and", "or", "end", "in"])))
    case 2: expression(.index(expression(.path("a/b")), many { $0.element(1) }))
    default: element(depth)
    }
  }

  private mutating func element(_ depth: Int) -> Expression {
    guard random.oneIn(5) else { return formula(depth) }
    let step: ValueRange.Step =
      switch random.below(3) {
      case 0: .none
      case 1: .by(formula(depth - 1))
      default: .logarithmic(random.oneIn(2) ? expression(.number(7)) : nil)
      }
    return expression(
      .range(ValueRange(from: bound(depth - 1), to: bound(depth - 1), step: step)))
  }

  private mutating func bound(_ depth: Int) -> Expression {
    while true {
      let bound = formula(depth)
      switch bound.kind {
      case .number, .percent, .word, .call, .unary, .binary, .index: return bound
      default: continue
      }
    }
  }

  private mutating func formula(_ depth: Int) -> Expression {
    guard depth > 0, !random.oneIn(4) else { return leaf() }
    switch random.below(9) {
    case 0: return expression(.call(name(), (0..<random.below(3)).map { _ in callArgument(depth) }))
    case 1: return expression(.unary(.negate, formula(depth - 1)))
    case 2: return expression(.unary(.not, formula(depth - 1)))
    case 3: return expression(.index(formula(depth - 1), many { $0.element(depth - 1) }))
    case 4:
      return expression(.matrix((0...random.below(2)).map { _ in many { $0.element(depth - 1) } }))
    default:
      let sign = random.pick(TreeGenerator.operators)
      return expression(.binary(sign, formula(depth - 1), formula(depth - 1)))
    }
  }

  private mutating func callArgument(_ depth: Int) -> Argument {
    if random.oneIn(2) { return .value(callValue(depth)) }
    return .option(Option(name: name(), values: [callValue(depth)], range: range))
  }

  private mutating func callValue(_ depth: Int) -> Expression {
    guard random.oneIn(6) else { return element(depth - 1) }
    return expression(.path(random.pick(["a.csv", "../b/c.npz", "/tmp/01-x.md"])))
  }

  private mutating func leaf() -> Expression {
    switch random.below(7) {
    case 0: expression(.number(number()))
    case 1: expression(.percent(number()))
    case 2: expression(.size([random.below(9), random.below(70)]))
    case 3: expression(.string(random.pick(["", "a b", "\"\\\" # é", "x.csv"])))
    case 4: expression(.number(Double(random.below(100))))
    default: expression(.word(name().text))
    }
  }

  /// Any finite number, small and simple ones more often.
  private mutating func number() -> Double {
    switch random.below(4) {
    case 0: return Double(random.below(2001) - 1000) / 1000
    case 1: return Double(random.below(200)) - 100
    default:
      let number = Double(bitPattern: random.next())
      return number.isFinite ? number : 0
    }
  }

  private static let operators: [BinaryOperator] = [
    .or, .and, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .add, .subtract,
    .multiply, .divide, .matrixProduct, .power,
  ]
}
