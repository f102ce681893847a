import Datasets
import Session
import Testing

@testable import Workbench

@Suite("Data files")
struct DataFileTests {
  private let folder: TemporaryFolder
  private let settings: SessionSettings

  init() throws {
    folder = try TemporaryFolder()
    var settings = SessionSettings.testing()
    settings.datasetFolders = [folder.path]
    self.settings = settings
  }

  private func output(of text: String, _ options: String = "") throws -> String {
    try folder.write(text, to: "t.csv")
    var session = NotebookSession(running: ["print 1"], settings: settings)
    let output = session.text(of: "data csv t.csv \(options)")
    #expect(session.cells.count == 2)
    if session.cells[1].hasFailed {
      #expect(session.text(of: "show data").contains("there is none"))
    }
    return output
  }

  @Test(
    "tables of any dialect load",
    arguments: [
      "a,b,c\n1,2,0\n3,4,1\n", "a,b,c\r\n1,2,0\r\n3,4,1\r\n", "\u{FEFF}a,b,c\n1,2,0\n3,4,1\n",
      "1,2,0\n3,4,1\n", "a;b;c\n1;2;0\n3;4;1", "a\tb\tc\n1\t2\t0\n3\t4\t1\n",
      "a,b,c\n\n1,2,0\n\n3,4,1\n\n", "\"a\",\"b\",\"c\"\n\"1\",2,0\n3,4,1\n",
    ])
  func dialects(_ text: String) throws {
    #expect(try output(of: text).hasPrefix("t.csv · 2 rows · 2 features · 2 classes (1 / 1)"))
  }

  @Test(
    "what can't be read is refused with file, line and column",
    arguments: [
      ("a,b,c\n1,,0\n3,4,1\n", "t.csv, line 2, column 2 (b)"),
      ("a,b,c\n1,2,0\n3,x,1\n", "t.csv, line 3, column 2 (b)"),
      ("a,b,c\n1,2,0\n3,4\n", "t.csv, line 3"), ("a,b,c\n1,2,0\n3,4,5,6\n", "t.csv, line 3"),
      ("a,b,c\r\n1,2,0\r\n3,x,1\r\n", "t.csv, line 3, column 2 (b)"),
      ("a,b,c\n1,2,0\n3,1e99,1\n", "t.csv, line 3, column 2 (b)"),
      ("a,b,c\n1,2,0\n3,nan,1\n", "t.csv, line 3, column 2 (b)"), ("a,b,c\n", "t.csv, line 1"),
      ("a,b,c\n1,\"2,0\n", "t.csv, line 2"), ("a,b,c\n1,2,\u{0}\n", "t.csv, line 2"),
    ])
  func refusals(_ text: String, _ place: String) throws {
    let output = try output(of: text)
    let sentence = output.split(separator: "\n").map { $0.drop { $0 == " " || $0 == "^" } }
      .joined(separator: " ")
    #expect(sentence.contains(place), "\(output)")
  }

  @Test("an empty file is refused", arguments: ["", "\n", "\n\n", "\u{FEFF}"])
  func empty(_ text: String) throws {
    #expect(try output(of: text).contains("t.csv"))
  }

  @Test("a column of text is left out with skip=")
  func skip() throws {
    let text = "name,a,b\nann,1,0\nben,2,1\n"
    #expect(try output(of: text).contains("3 features"))
    #expect(
      try output(of: text, "skip=name").hasPrefix("t.csv · 2 rows · 1 feature · 2 classes (1 / 1)"))
    #expect(try output(of: text, "skip=nam").contains("did you mean: name"))
  }

  @Test("what was filled in and numbered is kept with the network")
  func savedTable() throws {
    let text = "age,work,y\n30,a,0\n,b,1\n50,,1\n40,a,0\n"
    try folder.write(text, to: "t.csv")
    var settings = settings
    settings.files = WorkingFolder()
    var session = NotebookSession(
      running: [
        "data csv t.csv missing=mean", "scale standard", "network", "add dense 1 sigmoid",
        "train epochs=1",
      ], settings: settings)
    let file = "\(folder.path)/net.safetensors"
    #expect(session.text(of: "save network \(file)").contains("saved in"))
    let saved = try folder.text(of: "net.safetensors")
    #expect(saved.contains("onehot"))
    #expect(saved.contains("fill"))
  }

  /// Four files in the form of MNIST with a few tiny images, packed with gzip.
  private func writeMNIST(changing index: Int = 0, _ change: ([UInt8]) -> [UInt8] = { $0 }) throws {
    let contents = [
      TinyImages.images(count: 4), TinyImages.labels([5, 0, 4, 1]), TinyImages.images(count: 2),
      TinyImages.labels([7, 2]),
    ]
    for (number, file) in MNIST.files.enumerated() {
      let bytes = TinyImages.packed(contents[number])
      try folder.write(number == index ? change(bytes) : bytes, to: "mnist/\(file.compressedName)")
    }
  }

  @Test("the four files of MNIST load from a folder")
  func mnist() throws {
    try writeMNIST()
    var session = NotebookSession(settings: settings)
    #expect(
      session.lines(of: "data mnist").first
        == "mnist · 6 images · 2 x 3 x 1 · 10 classes · 2 of them a test set of its own")
  }

  @Test(
    "the four files of MNIST load under their other names too",
    arguments: [
      "train-images.idx3-ubyte", "mnist/train-images-idx3-ubyte.gz",
      "MNIST/raw/train-images-idx3-ubyte", "MNIST/raw/train-images-idx3-ubyte.GZ",
      "mnist/raw/TRAIN-IMAGES.IDX3-UBYTE.GZ", "raw/train-images.idx3-ubyte.gz",
      "MNIST/train-images-idx3-ubyte",
    ])
  func otherNames(_ first: String) throws {
    let isPacked = first.lowercased().hasSuffix("gz")
    let contents = [
      TinyImages.images(count: 4), TinyImages.labels([5, 0, 4, 1]), TinyImages.images(count: 2),
      TinyImages.labels([7, 2]),
    ]
    for (content, name) in zip(
      contents, ["train-images", "train-labels", "t10k-images", "t10k-labels"])
    {
      var path = first.replacing("train-images", with: name)
        .replacing("TRAIN-IMAGES", with: name.uppercased())
      if name.hasSuffix("labels") {
        path = path.replacing("idx3", with: "idx1").replacing("IDX3", with: "IDX1")
      }
      try folder.write(isPacked ? TinyImages.packed(content) : content, to: path)
    }
    var session = NotebookSession(settings: settings)
    #expect(session.text(of: "data mnist").hasPrefix("mnist · 6 images · 2 x 3 x 1 · 10 classes"))
  }

  @Test("a packed file of MNIST goes before an unpacked one, and a published name before others")
  func candidates() {
    let names = [
      "T10K-LABELS.IDX1-UBYTE", "t10k-labels-idx1-ubyte", "t10k-labels-idx1-ubyte.gz", "notes.txt",
      "t10k-labels-idx1-ubyte.gz.part", "t10k-labels.idx1-ubyte",
    ]
    #expect(
      MNIST.files[3].candidates(among: names) == [
        "t10k-labels-idx1-ubyte.gz", "t10k-labels-idx1-ubyte", "T10K-LABELS.IDX1-UBYTE",
        "t10k-labels.idx1-ubyte",
      ])
  }

  @Test("files of MNIST that are cut, flipped or something else are refused", arguments: 0..<4)
  func damage(_ index: Int) throws {
    let changes: [([UInt8]) -> [UInt8]] = [
      { Array($0.prefix($0.count / 2)) }, { Array($0.dropLast()) }, { _ in [] },
      { $0.prefix(20).map { $0 ^ 1 } + $0.dropFirst(20) }, { _ in Array("<html>".utf8) },
      { bytes in
        bytes.enumerated().map { $0.offset == bytes.count - 9 ? $0.element ^ 4 : $0.element }
      },
      { _ in TinyImages.packed([0, 0, 9, 9, 0, 0, 0, 1]) }, { _ in TinyImages.packed([]) },
      { _ in
        TinyImages.packed([0, 0, 8, 3, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255])
      },
    ]
    for (number, change) in changes.enumerated() {
      try writeMNIST(changing: index, change)
      var session = NotebookSession(running: ["data circles points=12"], settings: settings)
      let before = session.text(of: "show data")
      let output = session.text(of: "data mnist")
      #expect(session.cells.last?.hasFailed == true, "change \(number) of file \(index): \(output)")
      #expect(output.contains("ubyte"), "\(output)")
      #expect(session.text(of: "show data") == before)
    }
  }

  @Test("no flipped bit of a file of MNIST stops the program")
  func flips() throws {
    for bit in stride(from: 0, to: 60 * 8, by: 7) {
      try writeMNIST(changing: bit % 4) { bytes in
        var bytes = bytes
        bytes[bit / 8 % bytes.count] ^= 1 << UInt8(bit % 8)
        return bytes
      }
      var session = NotebookSession(settings: settings)
      #expect(!session.text(of: "data mnist").isEmpty)
    }
  }
}
