import Datasets
import Session
import Testing

@testable import Workbench

@Suite("Folders of images")
struct ImageFolderTests {
  private let folder: TemporaryFolder
  private let settings: SessionSettings

  init() throws {
    folder = try TemporaryFolder()
    var settings = SessionSettings.testing()
    settings.datasetFolders = [folder.path]
    self.settings = settings
  }

  /// A BMP of one pixel of 24 bits, all of them `shade`.
  private static func pixel(_ shade: UInt8) -> [UInt8] {
    Array("BM".utf8) + [58, 0, 0, 0, 0, 0, 0, 0, 54, 0, 0, 0, 40, 0, 0, 0, 1, 0, 0, 0]
      + [1, 0, 0, 0, 1, 0, 24] + [UInt8](repeating: 0, count: 25) + [shade, shade, shade, 0]
  }

  private func write(_ names: String...) throws {
    for (index, name) in names.enumerated() {
      try folder.write(Self.pixel(UInt8(index)), to: "photos/\(name)")
    }
  }

  private func tree(splits: Bool? = nil) throws -> ImageTree {
    try ImageTree("photos", splits: splits, settings)
  }

  private func fault(splits: Bool? = nil) throws -> DatasetError.ImageFault? {
    do {
      _ = try tree(splits: splits)
      return nil
    } catch {
      return try #require(error as? DatasetError).imageFault
    }
  }

  @Test(
    "of splits are told by their names",
    arguments: [
      ("train", "validation", "test"), ("Train", "val", "TEST"), ("training", "valid", "testing"),
    ])
  func splits(_ training: String, _ validation: String, _ test: String) throws {
    try write(
      "\(test)/cat/1.bmp", "\(validation)/dog/1.bmp", "\(training)/cat/1.bmp",
      "\(training)/dog/1.bmp", "\(training)/dog/b/2.bmp", "\(test)/emu/1.bmp")
    let tree = try tree()
    #expect(tree.classNames == ["cat", "dog", "emu"])
    #expect(
      tree.images.map(\.part) == [.training, .training, .training, .validation, .test, .test])
    #expect(tree.images.map(\.number) == [0, 1, 1, 1, 0, 2])
    #expect(tree.images[2].file.name == "\(training)/dog/b/2.bmp")
    #expect(tree.passedOver.isEmpty)
    var session = NotebookSession(settings: settings)
    let text = session.text(of: "data images photos")
    #expect(text.contains("train: cat 1 · dog 2 · emu 0"))
    #expect(text.contains("train has no image of emu: a network learns nothing of it"))
    #expect(text.contains("validation has no image of cat, emu"))
    #expect(text.contains("test has no image of dog"))
    for line in ["network", "add flatten", "add dense 3 softmax"] {
      #expect(!session.text(of: line).isEmpty)
    }
    #expect(session.text(of: "train epochs=1").contains("validation"))
    #expect(session.text(of: "show data").contains("train 3 · validation 1 · test 2"))
  }

  @Test("with one split alone have that one")
  func oneSplit() throws {
    try write("train/cat/1.bmp", "train/dog/1.bmp")
    #expect(try tree().images.map(\.part) == [.training, .training])
    #expect(try tree().classNames == ["cat", "dog"])
    #expect(try fault(splits: false) == .oneFolder("train", inner: "photos/train"))
  }

  @Test("that can be read in two ways are refused, and read as they are told to")
  func twoWays() throws {
    try write("train/cat/1.bmp", "train/dog/1.bmp", "bus/1.bmp", "test/cat/1.bmp")
    #expect(try fault() == .splitsOrClasses(splits: ["test", "train"], others: ["bus"]))
    #expect(try tree(splits: false).classNames == ["bus", "test", "train"])
    let divided = try tree(splits: true)
    #expect(divided.classNames == ["cat", "dog"])
    #expect(divided.passedOver.otherFolders == ["bus"])
    #expect(divided.images.map(\.part) == [.training, .training, .test])
    var session = NotebookSession(settings: settings)
    let text = session.flowingText(of: "data images photos")
    #expect(text.contains("splits=yes reads test and train and leaves the others out"))
    #expect(text.contains("splits=no takes every folder for a class"))
    #expect(session.flowingText(of: "data images photos splits=maybe").contains("splits"))
  }

  @Test("beside the splits that hold no image leave no doubt")
  func notes() throws {
    try write("train/cat/1.bmp", "train/dog/1.bmp")
    try folder.write("<xml/>", to: "photos/annotations/1.xml")
    #expect(try tree().classNames == ["cat", "dog"])
    #expect(try tree().passedOver.others == 1)
  }

  @Test("whose splits do not fit are refused")
  func misfits() throws {
    try write("test/cat/1.bmp", "val/dog/1.bmp")
    #expect(try fault() == .noTrainingFolder(found: ["test", "val"]))
    try write("valid/dog/1.bmp", "train/dog/1.bmp")
    #expect(try fault() == .sameSplit("val", "valid"))
    #expect(try tree(splits: false).classNames == ["test", "train", "val", "valid"])
  }

  @Test("whose training images lie in no class are refused")
  func flat() throws {
    try write("train/1.bmp", "train/2.bmp", "test/1.bmp")
    #expect(try fault() == .trainingWithoutClasses("train", imageCount: 2))
    #expect(try tree(splits: false).classNames == ["test", "train"])
  }

  @Test("whose test images have no class are read without those")
  func unlabelled() throws {
    try write("train/cat/1.bmp", "train/dog/1.bmp", "test/1.bmp", "test/2.bmp")
    #expect(try tree().images.count == 2)
    #expect(try tree().passedOver.strays == 2)
  }

  @Test("whose classes are divided in themselves are refused")
  func inside() throws {
    try write("cat/train/1.bmp", "cat/test/1.bmp", "dog/train/1.bmp", "dog/test/1.bmp")
    #expect(try fault() == .splitInsideClass("cat", split: "train"))
    #expect(try tree(splits: false).classNames == ["cat", "dog"])
  }

  @Test("that stand in one folder more say where they are")
  func deeper() throws {
    try write("photos/cat/1.bmp", "photos/dog/1.bmp")
    #expect(try fault() == .oneFolder("photos", inner: "photos/photos"))
    try write("photos/train/cat/1.bmp", "photos/test/cat/1.bmp")
    #expect(try fault() == .oneFolder("photos", inner: "photos/photos"))
    var session = NotebookSession(settings: settings)
    #expect(session.text(of: "data images photos").contains("data images photos/photos"))
  }

  @Test("without classes say what they hold")
  func none() throws {
    try folder.write("a", to: "photos/notes.txt")
    #expect(try fault() == .noFolders(imageCount: 0))
    try write("1.bmp", "2.bmp")
    #expect(try fault() == .noFolders(imageCount: 2))
    try folder.write("a", to: "photos/cat/notes.txt")
    #expect(try fault() == .noImages)
    try write("cat/1.bmp")
    #expect(try fault() == .oneFolder("cat", inner: nil))
  }

  @Test("say in one sentence what they leave out")
  func leftOut() throws {
    try write("cat/1.bmp", "dog/1.bmp", "dog/deep/er/2.bmp", "3.bmp")
    for name in [
      ".DS_Store", "cat/.DS_Store", "dog/Thumbs.db", "desktop.ini", "__MACOSX/cat/._1.bmp",
      "cat/.ipynb_checkpoints/1.bmp",
    ] {
      try folder.write("x", to: "photos/\(name)")
    }
    try folder.write("a text", to: "photos/cat/a.txt")
    try folder.write("a text", to: "photos/dog/b.txt")
    try folder.write("a text", to: "photos/emu/c.txt")
    var session = NotebookSession(settings: settings)
    #expect(
      session.flowingText(of: "data images photos").hasSuffix(
        "classes: cat 1 · dog 2 left out: 6 hidden or system files, 3 files that are no images "
          + "(a.txt, …), 1 image in no folder of a class, 1 folder without images (emu)"))
  }

  @Test("take images by their bytes where the name says nothing")
  func names() throws {
    try write("cat/one", "cat/two.dat", "cat/three.bmp.txt", "dog/UPPER.BMP")
    try folder.write("a text", to: "photos/dog/none")
    let tree = try tree()
    #expect(
      tree.images.map(\.file.name) == [
        "cat/one", "cat/three.bmp.txt", "cat/two.dat", "dog/UPPER.BMP",
      ])
    #expect(tree.passedOver.others == 1)
  }

  @Test(
    "with an image of a kind that is not read name it, and what helps",
    arguments: [
      ("1.tif", "II*\0", "TIFF"), ("1.heic", "\0\0\0\u{18}ftypheic\0\0\0\0mif1heic", "HEIC"),
      ("1.avif", "\0\0\0\u{18}ftypavif\0\0\0\0mif1avif", "AVIF"), ("1.svg", "<svg/>", "SVG"),
      ("1.png", "<svg/>", "SVG"), ("1", "\0\0\0\u{18}ftypavif\0\0\0\0mif1avif", "AVIF"),
    ])
  func unread(_ name: String, _ content: String, _ kind: String) throws {
    try write("cat/1.bmp", "dog/1.bmp")
    try folder.write(content, to: "photos/dog/\(name)")
    var session = NotebookSession(settings: settings)
    let text = session.flowingText(of: "data images photos")
    #expect(
      text.contains(
        "dog/\(name): this is a\(kind == "SVG" || kind == "AVIF" ? "n" : "") \(kind) file"))
    #expect(text.contains("PNG"))
    #expect(session.cells.last?.hasFailed == true)
  }

  @Test("that link back to themselves end")
  func links() throws {
    try write("train/cat/1.bmp", "train/dog/1.bmp")
    try folder.link("photos/train/cat/again", to: "photos")
    try folder.link("photos/train/emu", to: "photos/train")
    #expect(try tree().images.count <= 8)
  }

  @Test("show nothing that a terminal would obey")
  func escapes() throws {
    try write("a\u{1B}[31mred/1.bmp", "b/1.bmp")
    try folder.write("a", to: "photos/b/\u{1B}[2J.txt")
    var session = NotebookSession(settings: settings)
    #expect(!session.text(of: "data images photos").contains("\u{1B}"))
  }

  @Test("stand before a formula as one row an image")
  func inputs() throws {
    for name in ["cat/1.bmp", "cat/2.bmp", "dog/1.bmp"] {
      try folder.write(Self.pixel(UInt8(name.utf8.reduce(0) { $0 ^ $1 })), to: "photos/\(name)")
    }
    var session = NotebookSession(
      running: [
        "data images photos size=2x3", "network", "add flatten", "add dense 2 softmax",
        "forward batch=3",
      ], settings: settings)
    #expect(session.text(of: "print shape(inputs())") == "[3  18]")
    #expect(session.text(of: "print norm(inputs() - output(1))") == "0")
  }
}
