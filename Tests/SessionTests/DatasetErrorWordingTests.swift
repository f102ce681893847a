import Datasets
import TensorEngine
import Testing
import Workbench

/// A refusal of data, and what a student reads of it.
struct WordedFault: Sendable, CustomTestStringConvertible {
  let fault: DatasetError.Fault
  let problem: String
  let hint: String?

  init(_ fault: DatasetError.Fault, _ problem: String, _ hint: String? = nil) {
    self.fault = fault
    self.problem = problem
    self.hint = hint
  }

  var testDescription: String { problem }
}

@Suite("Words for refused data")
struct DatasetErrorWordingTests {
  @Test(
    "say what was found and what helps, as they always did",
    arguments: WordedFault.files + WordedFault.arrays + WordedFault.images)
  func files(_ worded: WordedFault) { check(worded) }

  @Test(
    "say it of tables too",
    arguments: WordedFault.tables + WordedFault.targets + WordedFault.cells)
  func tables(_ worded: WordedFault) { check(worded) }

  @Test(
    "say it of parts, classes, generated sets, features and names",
    arguments: WordedFault.divisions + WordedFault.choices + WordedFault.names)
  func divisions(_ worded: WordedFault) { check(worded) }

  @Test(
    "say what an option of a generated set may be",
    arguments: [
      ("points", 1, "points must be a whole number from 2 to 1,000,000, not 1"),
      ("noise", -0.5, "noise must be a number from 0 to 1,000, not -0.5"),
      ("imbalance", 1_000_000, "imbalance must be a number from 0 to 0.99, not 1,000,000"),
    ])
  func options(name: String, value: Double, problem: String) throws {
    let options = try #require(Generator.named("circles")).options
    let option = try #require(options.first { $0.name == name })
    check(WordedFault(.generator(.value(value, of: option)), problem))
  }

  private func check(_ worded: WordedFault) {
    let error = DatasetError(file: "shop", worded.fault)
    #expect(Wording.problem(of: error) == worded.problem)
    #expect(Wording.hint(for: error) == worded.hint)
  }

  @Test("name the place as far as it is known")
  func places() {
    let fault = DatasetError.Fault.table(.empty)
    let places: [(DatasetError, String)] = [
      (DatasetError(file: "a.csv", fault), "a.csv"),
      (DatasetError(file: "a.csv", line: 3, fault), "a.csv, line 3"),
      (DatasetError(file: "a.csv", line: 3, column: 2, fault), "a.csv, line 3, column 2"),
      (
        DatasetError(file: "a.csv", line: 3, column: 2, columnName: "age", fault),
        "a.csv, line 3, column 2 (age)"
      ),
      (DatasetError(file: "a.csv", columnName: "age", fault), "a.csv, column age"),
    ]
    for (error, place) in places {
      #expect(Wording.text(of: error) == "\(place): the file is empty")
    }
  }
}

extension WordedFault {
  private static let again = "download or copy the file again"

  static let files: [WordedFault] = [
    .init(.archive(.noGzip), "this is not a gzip file"),
    .init(.archive(.cutOff), "it ends too early: the file is cut off", again),
    .init(.archive(.damagedGzip), "its compressed data is damaged", again),
    .init(.archive(.bytesBehindEnd(3)), "3 bytes follow its end that are not gzip data", again),
    .init(
      .archive(.unpacksBeyond(limit: 9999)),
      "it unpacks to more than the 9999 bytes that are allowed"),
    .init(.archive(.noMemoryToRead), "there is no memory left to unpack it"),
    .init(
      .archive(.damagedZip), "this zip archive is cut off or damaged", "copy the file again"),
    .init(.archive(.fileCount(200_000)), "it holds 200000 files: too many"),
    .init(.archive(.unreadableName), "the name of a file in it can't be read"),
    .init(
      .archive(.memberSize(byteCount: 5000)),
      "it would unpack to 5000 bytes: too many, or the file is damaged"),
    .init(
      .archive(.unreadableMember), "it is encrypted, or packed in a way that can't be read",
      "numpy.savez writes files that can be read"),
    .init(.archive(.damagedMember), "its packed data is damaged", "copy the file again"),
    .init(.archive(.repeatedMember("x\u{1B}y")), "it holds \"x y\" twice"),
    .init(.archive(.noNPZ(isNPY: false)), "this is not a file that numpy.savez has written"),
    .init(
      .archive(.noNPZ(isNPY: true)), "this is not a file that numpy.savez has written",
      "it looks like an .npy file"),
    .init(.archive(.nothingToWrite), "there is nothing to write"),
    .init(.archive(.noMemoryToWrite), "there is no memory left to write it"),
    .init(.archive(.repeatedName), "this name is given twice"),
    .init(.idx(.noIDX(of: .images)), "this is not an IDX file of images"),
    .init(
      .idx(.otherContent(.labels, expected: .images)), "it holds labels, but here must be images",
      "two files may have changed places"),
    .init(.idx(.headerCutOff), "it ends within its header: the file is cut off", again),
    .init(.idx(.empty(.labels)), "it holds no labels"),
    .init(
      .idx(.imageSize(height: 0, width: 5000, largestSide: 4096)),
      "its images are said to be 0 x 5000 pixels; 1 to 4096 a side can be read"),
    .init(
      .idx(.contentSize(promised: 12, found: 10)),
      "its header promises 12 bytes, but 2 bytes are missing: the file is cut off", again),
    .init(
      .idx(.contentSize(promised: 12, found: 15)),
      "its header promises 12 bytes, but 3 bytes more follow", again),
    .init(
      .idx(.label(number: 2, 10, classCount: 10)), "label 2 is 10, but the classes go from 0 to 9"),
    .init(
      .idx(.otherSize(height: 3, width: 4, trainingHeight: 28, trainingWidth: 27)),
      "its images are 3 x 4 pixels, but the training images are 28 x 27"),
    .init(
      .idx(.labelCount(1000, imageCount: 60_000, ofFile: "a")),
      "it holds 1,000 labels, but a holds 60,000 images",
      "one of the two files belongs to another set"),
  ]

  private static let convert = "convert the array before saving: with astype(numpy.float32)"

  static let arrays: [WordedFault] = [
    .init(.npy(.noNPY(isZip: false)), "this is not a file that numpy.save has written"),
    .init(
      .npy(.noNPY(isZip: true)), "this is not a file that numpy.save has written",
      "it looks like an .npz file"),
    .init(
      .npy(.headerCutOff), "it ends within its header: the file is cut off",
      "copy the file again"),
    .init(.npy(.unknownVersion(9)), "it is of version 9, and 1 to 3 can be read"),
    .init(
      .npy(.headerTooLong(byteCount: 70_000)),
      "its header would have 70000 bytes: the file is damaged"),
    .init(.npy(.unreadableHeader), "its header can't be read: the file is damaged"),
    .init(
      .npy(.unusualHeader), "its header does not say type, order and shape as NumPy does",
      "an array of records can't be read; save its columns one by one"),
    .init(
      .npy(.contentSize(shape: [2, 3], valueSize: 4, found: 25)),
      "its header promises 2 x 3 values of 4 bytes, but 25 bytes follow", "copy the file again"),
    .init(
      .npy(.objects), "it holds Python objects, which are never read: a pickle can run a program",
      convert),
    .init(
      .npy(.unknownType("<c16")), "its values are of the type \"<c16\", which can't be read",
      convert),
    .init(
      .npy(.largeInteger(.max)), "the integer 18446744073709551615 in it is too large"),
    .init(.npy(.noText(number: 3)), "the text number 3 in it is no text"),
    .init(.npy(.textsInsteadOfNumbers(name: "a")), "\"a\" holds texts, not numbers"),
    .init(.array(.textInputs), "it holds texts, but inputs are numbers"),
    .init(
      .array(.inputShape([1, 2, 3, 4, 5])),
      "it is 1 x 2 x 3 x 4 x 5, but inputs are [N, D] or images [N, H, W] or [N, H, W, C]"),
    .init(.array(.noExamples), "it holds no example"),
    .init(
      .array(.featureCount(0, most: 1_000_000)),
      "its examples have 0 features, and 1 to 1,000,000 can be read"),
    .init(
      .array(.imageShape([0, 3, 1], largestSide: 4096)),
      "its images are 0 x 3 x 1: 1 to 4096 pixels a side can be read"),
    .init(
      .array(.input(.nan, example: 2)), "example 2 holds nan, which is no finite number"),
    .init(
      .array(.input(1e31, example: 2)),
      "example 2 holds 1e+31, which is too large: numbers go up to 1e30"),
    .init(.array(.targetShape([2, 2, 2])), "it is 2 x 2 x 2, but targets are [N] or [N, K]"),
    .init(.array(.textTargets), "texts as targets stand in one column, [N]"),
    .init(.array(.target(.infinity, number: 4)), "target 4 is inf, which is no usual number"),
    .init(.array(.textsAsValues), "texts can't be values"),
    .init(
      .array(.notOneHot(width: 3)),
      "each row has 3 numbers, which are no class: one of them must be 1 and the others 0"),
    .init(.array(.classCount(1001)), "it has 1001 different targets: too many to be classes"),
    .init(
      .array(.oneClass("a")), "the target is \"a\" in every row: there is nothing to learn"),
    .init(.array(.targetCount(3, inputCount: 4)), "it holds 3 targets for 4 inputs"),
    .init(
      .array(.testShape([2], ofTraining: [3])),
      "its examples are 3, but those of the test set are 2"),
    .init(
      .array(.noPair(names: (1...13).map { "\($0)" })),
      "which of its arrays are the inputs and the targets? It holds: "
        + "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12", "for example: inputs=x target=y"),
  ]

  static let images: [WordedFault] = [
    .init(.image(.emptyFile), "the file is empty"),
    .init(
      .image(.otherFormat(nil)), "this is something else, not a PNG, JPEG, GIF, BMP or WebP image",
      "save it again as PNG"),
    .init(
      .image(.otherFormat(.tiff)),
      "this is a TIFF file, not a PNG, JPEG, GIF, BMP or WebP image",
      "save it again as PNG or JPEG"),
    .init(
      .image(.otherFormat(.svg)),
      "this is an SVG file, not a PNG, JPEG, GIF, BMP or WebP image",
      "draw it as PNG: it holds lines, and no pixels"),
    .init(
      .image(.otherFormat(.avif)),
      "this is an AVIF file, not a PNG, JPEG, GIF, BMP or WebP image",
      "save it again as JPEG or PNG"),
    .init(
      .image(.damaged(.png)), "this PNG file is cut off or damaged", "copy or save the image again"),
    .init(
      .image(.damaged(.webp)), "this WebP file is cut off or damaged",
      "copy or save the image again"),
    .init(
      .image(.unreadVariant(.bmp)), "this BMP file is packed in a way that is not read",
      "save it again as PNG"),
    .init(.image(.noMemory), "there is no memory left to read it"),
    .init(
      .image(.cmyk), "its colours are CMYK, made for printing", "save it again in RGB"),
    .init(
      .image(.pixelCount(height: 20_000, width: 3, largestSide: 16_384, most: 67_108_864)),
      "it is 20000 x 3 pixels: at most 16384 a side and 67108864 in all can be read"),
    .init(
      .image(.otherSize(height: 3, width: 4, first: "a.png", firstHeight: 5, firstWidth: 6)),
      "it is 3 x 4 pixels, but a.png is 5 x 6", "size=5x6 brings all images to one size"),
    .init(
      .image(.size(height: 5000, width: 3)), "it is 5000 x 3 pixels",
      "size=64x64 makes all images smaller"),
    .init(
      .image(.setSize(limit: 1_073_741_824)), "the images up to this one fill 1073741824 bytes",
      "size=64x64 makes all images smaller"),
    .init(
      .image(.noFolders(imageCount: 0)),
      "it has no folders: each class needs one, with its images"),
    .init(
      .image(.noFolders(imageCount: 1200)),
      "it has no folders: each class needs one, with its images; 1,200 images are in none"),
    .init(
      .image(.oneFolder("cats", inner: nil)),
      "it has one folder, cats: there must be at least two classes"),
    .init(
      .image(.oneFolder("cats", inner: "pets/cats")),
      "it has one folder, cats: there must be at least two classes", "data images pets/cats"),
    .init(.image(.noImages), "none of its folders holds an image"),
    .init(.image(.fileCount(limit: 1_000_000)), "it holds more than 1,000,000 files"),
    .init(
      .image(.splitsOrClasses(splits: ["test", "train"], others: ["cats"])),
      "test and train may be splits or classes: cats stands beside",
      "splits=yes reads test and train and leaves the others out, splits=no takes every folder for "
        + "a class"),
    .init(
      .image(.sameSplit("val", "valid")), "val and valid would be the same split",
      "splits=no takes every folder for a class"),
    .init(
      .image(.noTrainingFolder(found: ["test"])), "it has test, but no folder train",
      "splits=no takes every folder for a class"),
    .init(
      .image(.trainingWithoutClasses("train", imageCount: 1)),
      "train has no folders: each class needs one, with its images; 1 image is in none",
      "train/CLASS/… is where they are looked for; splits=no takes every folder for a class"),
    .init(
      .image(.splitInsideClass("cats", split: "train")), "cats has a folder train in it",
      "train/cats is where splits are looked for; splits=no reads all of cats as one class"),
  ]
}
