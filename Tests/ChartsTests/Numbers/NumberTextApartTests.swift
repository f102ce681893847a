import Charts
import Testing

@Suite("Numbers side by side")
struct NumberTextApartTests {
  @Test("have as many digits as tell different ones apart, and no more than they need")
  func apart() {
    #expect(NumberText.apart([1, 2.5], digits: 3) == ["1", "2.5"])
    #expect(NumberText.apart([4_500_012.1, 4_500_012.3], digits: 4) == ["4500012.1", "4500012.3"])
    #expect(NumberText.apart([0.12345, 0.12346], digits: 3) == ["0.12345", "0.12346"])
    #expect(NumberText.apart([7, 7], digits: 3) == ["7", "7"])
    #expect(NumberText.apart([.nan, .nan], digits: 3) == ["nan", "nan"])
  }

  @Test("of two neighbours are never the same text", arguments: [0.1, 1e9, 1e-300, 123_456.789])
  func neighbours(number: Double) {
    let texts = NumberText.apart([number, number.nextUp], digits: 3)
    #expect(texts[0] != texts[1])
  }

  @Test("percentages too")
  func percents() {
    #expect(NumberText.percentsApart([0.5, 0.75]) == ["50.0%", "75.0%"])
    #expect(NumberText.percentsApart([0.98321, 0.98322]) == ["98.321%", "98.322%"])
  }
}
