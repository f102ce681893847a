/// The number that begins at an offset of a source, or what was meant as one.
struct NumberScan {
  let kind: Token.Kind
  let end: Int

  /// Scans a number, a percentage or a size; nil if none begins here.
  init?(_ lexer: Lexer, from start: Int) {
    guard let mantissa = NumberScan.mantissaEnd(lexer, from: start) else { return nil }
    if let size = NumberScan.sizeEnd(lexer, from: start) {
      (kind, end) = (.size, size)
      return
    }
    let number = NumberScan.exponentEnd(lexer, from: mantissa) ?? mantissa
    let fault = NumberScan.faultEnd(lexer, from: number)
    if fault > number {
      (kind, end) = (.fault(.number), fault)
    } else if lexer.byte(at: number) == UInt8(ascii: "%") {
      (kind, end) = (.percent, number + 1)
    } else {
      (kind, end) = (.number, number)
    }
  }

  /// Digits with `_` between them.
  private static func digitsEnd(_ lexer: Lexer, from start: Int) -> Int {
    var end = start
    while let byte = lexer.byte(at: end) {
      if byte.isDigit {
        end += 1
      } else if byte == UInt8(ascii: "_"), end > start, lexer.byte(at: end + 1)?.isDigit == true {
        end += 2
      } else {
        break
      }
    }
    return end
  }

  /// Digits, a point, digits; one of the two may be missing. Two points belong to a range.
  private static func mantissaEnd(_ lexer: Lexer, from start: Int) -> Int? {
    let whole = digitsEnd(lexer, from: start)
    guard lexer.byte(at: whole) == UInt8(ascii: ".") else { return whole > start ? whole : nil }
    let fraction = digitsEnd(lexer, from: whole + 1)
    if fraction > whole + 1 { return fraction }
    guard whole > start else { return nil }
    let follower = lexer.byte(at: whole + 1)
    return follower == UInt8(ascii: ".") ? whole : whole + 1
  }

  private static func exponentEnd(_ lexer: Lexer, from start: Int) -> Int? {
    guard let letter = lexer.byte(at: start), letter | 0x20 == UInt8(ascii: "e") else { return nil }
    let sign = lexer.byte(at: start + 1)
    let hasSign = sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-")
    let digits = start + (hasSign ? 2 : 1)
    let end = digitsEnd(lexer, from: digits)
    return end > digits ? end : nil
  }

  /// Whole numbers joined by `x`, and no letter behind them.
  private static func sizeEnd(_ lexer: Lexer, from start: Int) -> Int? {
    var end = plainDigitsEnd(lexer, from: start)
    let first = end
    while end > start, lexer.byte(at: end) == UInt8(ascii: "x") {
      let next = plainDigitsEnd(lexer, from: end + 1)
      guard next > end + 1 else { return nil }
      end = next
    }
    return end > first && faultEnd(lexer, from: end) == end ? end : nil
  }

  private static func plainDigitsEnd(_ lexer: Lexer, from start: Int) -> Int {
    var end = start
    while lexer.byte(at: end)?.isDigit == true { end += 1 }
    return end
  }

  /// The end of the letters, digits and points that can't follow a number directly.
  private static func faultEnd(_ lexer: Lexer, from start: Int) -> Int {
    var end = start
    while let byte = lexer.byte(at: end) {
      let isPoint = byte == UInt8(ascii: ".") && lexer.byte(at: end + 1) != UInt8(ascii: ".")
      guard byte.isWordByte || isPoint else { break }
      end += 1
    }
    return end
  }
}
