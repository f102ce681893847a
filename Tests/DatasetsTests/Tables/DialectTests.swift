import Datasets
import TensorEngine
import Testing

/// A text, how it must be read, and the values of its features.
struct Dialectal: Sendable, CustomTestStringConvertible {
  let name: String
  let text: String
  let format: DatasetNote.TableFormat
  let names: [String]
  let values: [Double]

  init(
    _ name: String, _ text: String, _ format: DatasetNote.TableFormat, _ names: [String],
    _ values: [Double]
  ) {
    self.name = name
    self.text = text
    self.format = format
    self.names = names
    self.values = values
  }

  var testDescription: String { name }
}

@Suite("Tables as people have them")
struct DialectTests {
  private static let tables = [
    Dialectal(
      "commas in a head of semicolons",
      "Area (m2, net);Rooms;Price (EUR, total)\n55;2;1.5\n80;3;2.5\n",
      .init(separator: .semicolon), ["Area (m2, net)", "Rooms"], [55, 2, 80, 3]),
    Dialectal(
      "a decimal comma under a head with a comma", "Länge, cm;Sorte\n5,1;rot\n4,9;rot\n7,0;blau\n",
      .init(separator: .semicolon, decimal: .comma), ["Länge, cm"], [5.1, 4.9, 7]),
    Dialectal(
      "no header and decimal commas", "5,1;3,5;red\n4,9;3,0;red\n7,0;3,2;blue\n",
      .init(namelessColumns: 3, separator: .semicolon, decimal: .comma),
      ["x1", "x2"], [5.1, 3.5, 4.9, 3, 7, 3.2]),
    Dialectal(
      "semicolons in a head of commas", "a;b,c,y\n1,2,0\n3,4,1\n",
      .init(separator: .comma), ["a;b", "c"], [1, 2, 3, 4]),
    Dialectal(
      "tabs", "Temp, C\tHumidity\tRain\n21.5\t40\tno\n18.0\t80\tyes\n",
      .init(separator: .tab), ["Temp, C", "Humidity"], [21.5, 40, 18, 80]),
    Dialectal(
      "tabs and decimal commas", "a\tb\ty\n1,5\t2,25\tno\n3,5\t4\tyes\n",
      .init(separator: .tab, decimal: .comma), ["a", "b"], [1.5, 2.25, 3.5, 4]),
    Dialectal(
      "pipes", "a|b|y\n1|2|0\n3|4|1\n", .init(separator: .pipe), ["a", "b"],
      [1, 2, 3, 4]),
    Dialectal(
      "blanks", "a b y\n1 2 0\n3 4 1\n5 6 0\n", .init(separator: .space), ["a", "b"],
      [1, 2, 3, 4, 5, 6]),
    Dialectal(
      "columns of blanks", " 0.006  18.00  24.00\n 0.027   0.00  21.60\n",
      .init(namelessColumns: 3, separator: .space), ["x1", "x2"],
      [0.006, 18, 0.027, 0]),
    Dialectal(
      "sep= line", "sep=;\na;b;y\n1;2;0\n3;4;1\n", .init(separator: .semicolon),
      ["a", "b"], [1, 2, 3, 4]),
    Dialectal(
      "sep= line in quotes", "\"sep=;\"\r\na;b;y\r\n1;2;0\r\n3;4;1\r\n",
      .init(separator: .semicolon), ["a", "b"], [1, 2, 3, 4]),
    Dialectal(
      "delimiters behind all lines", "a,b,y,\n1,4,7,\n2,5,8,\n",
      .init(separator: .comma),
      ["a", "b"], [1, 4, 2, 5]),
    Dialectal(
      "delimiters behind the rows", "a,b,y\n1,4,7,\n2,5,8,\n3,6,9,\n",
      .init(separator: .comma), ["a", "b"], [1, 4, 2, 5, 3, 6]),
    Dialectal(
      "a line of blanks", "a,b,y\n1,2,0\n   \n3,4,1\n", .init(separator: .comma),
      ["a", "b"], [1, 2, 3, 4]),
    Dialectal(
      "blanks behind commas", "age, work, y\n39, a b, 1\n50,a b, 0\n",
      .init(separator: .comma), ["age", "work=a b"], [39, 1, 50, 1]),
    Dialectal(
      "unbreakable blanks around cells", "a,k,y\n1\u{A0},x\u{A0},0\n\u{A0}2,x,1\n3,\u{A0} x,0\n",
      .init(separator: .comma), ["a", "k=x"], [1, 1, 2, 1, 3, 1]),
    Dialectal(
      "a foreign minus", "a,b,y\n\u{2212}1.5,2,0\n3,4,1\n", .init(separator: .comma),
      ["a", "b"], [-1.5, 2, 3, 4]),
    Dialectal(
      "groups of three", "a;b;y\n1.234,5;1;0\n12.345;2;1\n",
      .init(separator: .semicolon, decimal: .comma), ["a", "b"], [1234.5, 1, 12345, 2]),
    Dialectal(
      "groups with blanks and apostrophes", "a,b,y\n12 345,1'234,0\n1 234.5,22'345,1\n",
      .init(separator: .comma), ["a", "b"], [12345, 1234, 1234.5, 22345]),
    Dialectal(
      "money and percent", "a,b,y\n$1200,5%,0\n-$3,2.5%,1\n", .init(separator: .comma),
      ["a", "b"], [1200, 0.05, -3, 0.025]),
  ]

  @Test("are read rightly, and it is said how", arguments: tables)
  func read(dialectal: Dialectal) throws {
    let data = try table(dialectal.text)
    #expect(data.notes.first == .format(dialectal.format))
    #expect(data.featureNames == dialectal.names)
    #expect(data.doubles == dialectal.values)
  }

  @Test(
    "that can be read in two ways are refused with the option that decides",
    arguments: [
      ("a,b,y\n1,\"180,000\",0\n2,\"193,500\",1\n", "decimal="),
      ("a;b;y\n1;1.234;0\n2;5.678;1\n", "decimal="),
      ("a;b;y\n1,5;2.5;0\n2,5;3.5;1\n", "decimal="),
      ("0,1,2\n5.1,3.5,0\n4.9,3.0,0\n7.0,3.2,1\n6.4,3.2,1\n", "header="),
      ("2019,2020\n1,2\n3,4\n5,6\n", "header="),
      ("x,5,7\n1,6,8\n2,4,9\n3,5,8\n", "header="),
      ("red, blue;1\nred, green;2\nblue, red;3\n", "separator="),
    ])
  func ask(text: String, option: String) {
    let error = failure { try table(text) }
    #expect(error?.hint?.contains(option) == true, "\(String(describing: error))")
  }

  @Test("are read as an option says")
  func options() throws {
    let thousands = "a,b,y\n1,\"180,000\",0\n2,\"193,500\",1\n"
    #expect(
      try table(thousands, TableOptions(decimal: .point)).doubles == [1, 180_000, 2, 193_500])
    #expect(try table(thousands, TableOptions(decimal: .comma)).doubles == [1, 180, 2, 193.5])
    let numbers = "0,1,2\n5.1,3.5,0\n4.9,3.0,1\n"
    #expect(try table(numbers, TableOptions(hasHeader: true)).featureNames == ["0", "1"])
    #expect(try table(numbers, TableOptions(hasHeader: false)).examples.count == 3)
    let either = "red, blue;1\nred, green;2\nblue, red;3\n"
    #expect(try table(either, TableOptions(separator: .semicolon)).targetName == "x2")
  }

  @Test(
    "have names of numbers where these are names beyond doubt",
    arguments: [
      ("sort,900,950,1000\nwheat,0.11,0.15,0.2\nrye,0.31,0.3,0.28\nrye,0.3,0.3,0.2\n", "1000"),
      ("region,2023,2024,2025\nn,10,20,30\ns,5,6,7\nn,11,19,31\ns,4,7,8\n", "2025"),
      ("k,2025,2024,2023\n1,10,20,30.5\n2,5,6,7.5\n3,11,19,31.5\n", "2023"),
      ("label,0,1,2\ncat,0,255,17\ndog,8,0,99\ncat,1,240,20\ndog,9,3,90\n", "2"),
      ("0,1,2\n5.1,3.5,setosa\n4.9,3.0,setosa\n7.0,3.2,virginica\n6.4,3.2,virginica\n", "2"),
    ])
  func numericNames(text: String, last: String) throws {
    let data = try table(text)
    #expect(data.targetName == last)
    #expect(data.examples.count == text.split(separator: "\n").count - 1)
  }

  @Test(
    "have no header where the first row is data",
    arguments: [
      "2.1,3.3,X\n1.5,4.2,1\n3.1,2.2,2\n2.0,3.1,X\n1.4,4.5,1\n3.3,2.1,2\n",
      "6.0,148,72,1\n1,85,66,0\n8,183,64,1\n", "a,x,p\nb,x,p\na,y,q\nb,y,q\n",
    ])
  func noHeader(text: String) throws {
    let data = try table(text)
    #expect(data.examples.count == text.split(separator: "\n").count)
    #expect(data.targetName.hasPrefix("x"))
  }
}
