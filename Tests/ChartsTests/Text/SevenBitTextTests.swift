import Testing

@testable import Charts

@Suite("Text in 7-bit characters")
struct SevenBitTextTests {
  @Test("loses accents and has its signs spelled")
  func spelling() {
    #expect(SevenBitText.of("Größe · naïve Éclair") == "Grosse - naive Eclair")
    #expect(SevenBitText.of("λ = 10² ≤ x → 1…2") == "lambda = 10^2 <= x -> 1...2")
    #expect(SevenBitText.of("日本") == "??")
  }

  @Test("loses what steers a terminal")
  func cleaned() {
    #expect(SevenBitText.of("é\u{1B}[2Jb\r\nc\td\u{200E}") == "e[2Jb c d")
  }
}
