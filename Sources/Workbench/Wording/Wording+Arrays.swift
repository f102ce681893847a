import Datasets

/// Words for packed files, for those of MNIST and for arrays.
extension Wording {
  static func words(for fault: DatasetError.ArchiveFault) -> DataProblem {
    let again = "download or copy the file again"
    switch fault {
    case .noGzip: return DataProblem("this is not a gzip file")
    case .cutOff: return DataProblem("it ends too early: the file is cut off", hint: again)
    case .damagedGzip: return DataProblem("its compressed data is damaged", hint: again)
    case .bytesBehindEnd(let count):
      return DataProblem("\(count) bytes follow its end that are not gzip data", hint: again)
    case .unpacksBeyond(let limit):
      return DataProblem("it unpacks to more than the \(limit) bytes that are allowed")
    case .noMemoryToRead: return DataProblem("there is no memory left to unpack it")
    case .damagedZip:
      return DataProblem("this zip archive is cut off or damaged", hint: "copy the file again")
    case .fileCount(let count): return DataProblem("it holds \(count) files: too many")
    case .unreadableName: return DataProblem("the name of a file in it can't be read")
    case .memberSize(let count):
      return DataProblem("it would unpack to \(count) bytes: too many, or the file is damaged")
    case .unreadableMember:
      return DataProblem(
        "it is encrypted, or packed in a way that can't be read",
        hint: "numpy.savez writes files that can be read")
    case .damagedMember:
      return DataProblem("its packed data is damaged", hint: "copy the file again")
    case .repeatedMember(let name): return DataProblem("it holds \(quoted(name)) twice")
    case .noNPZ(let isNPY):
      return DataProblem(
        "this is not a file that numpy.savez has written",
        hint: isNPY ? "it looks like an .npy file" : nil)
    case .nothingToWrite: return DataProblem("there is nothing to write")
    case .noMemoryToWrite: return DataProblem("there is no memory left to write it")
    case .repeatedName: return DataProblem("this name is given twice")
    }
  }

  static func words(for fault: DatasetError.IDXFault) -> DataProblem {
    let again = "download or copy the file again"
    switch fault {
    case .noIDX(let content):
      return DataProblem("this is not an IDX file of \(content.rawValue)")
    case .otherContent(let content, let expected):
      return DataProblem(
        "it holds \(content.rawValue), but here must be \(expected.rawValue)",
        hint: "two files may have changed places")
    case .headerCutOff:
      return DataProblem("it ends within its header: the file is cut off", hint: again)
    case .empty(let content): return DataProblem("it holds no \(content.rawValue)")
    case .imageSize(let height, let width, let largestSide):
      return DataProblem(
        "its images are said to be \(height) x \(width) pixels; 1 to \(largestSide) a side can be "
          + "read")
    case .contentSize(let promised, let found):
      let difference =
        found < promised
        ? "\(promised - found) bytes are missing: the file is cut off"
        : "\(found - promised) bytes more follow"
      return DataProblem("its header promises \(promised) bytes, but \(difference)", hint: again)
    case .label(let number, let label, let count):
      return DataProblem("label \(number) is \(label), but the classes go from 0 to \(count - 1)")
    case .otherSize(let height, let width, let trainingHeight, let trainingWidth):
      return DataProblem(
        "its images are \(height) x \(width) pixels, but the training images are "
          + "\(trainingHeight) x \(trainingWidth)")
    case .labelCount(let count, let imageCount, let file):
      return DataProblem(
        "it holds \(grouped(count)) labels, but \(file) holds "
          + "\(grouped(imageCount)) images",
        hint: "one of the two files belongs to another set")
    }
  }

  static func words(for fault: DatasetError.NPYFault) -> DataProblem {
    let convert = "convert the array before saving: with astype(numpy.float32)"
    switch fault {
    case .noNPY(let isZip):
      return DataProblem(
        "this is not a file that numpy.save has written",
        hint: isZip ? "it looks like an .npz file" : nil)
    case .headerCutOff:
      return DataProblem(
        "it ends within its header: the file is cut off", hint: "copy the file again")
    case .unknownVersion(let version):
      return DataProblem("it is of version \(version), and 1 to 3 can be read")
    case .headerTooLong(let count):
      return DataProblem("its header would have \(count) bytes: the file is damaged")
    case .unreadableHeader:
      return DataProblem("its header can't be read: the file is damaged")
    case .unusualHeader:
      return DataProblem(
        "its header does not say type, order and shape as NumPy does",
        hint: "an array of records can't be read; save its columns one by one")
    case .contentSize(let shape, let size, let found):
      return DataProblem(
        "its header promises \(shape) values of \(size) bytes, but \(found) bytes follow",
        hint: "copy the file again")
    case .objects:
      return DataProblem(
        "it holds Python objects, which are never read: a pickle can run a program",
        hint: convert)
    case .unknownType(let type):
      return DataProblem(
        "its values are of the type \(quoted(type)), which can't be read", hint: convert)
    case .largeInteger(let integer): return DataProblem("the integer \(integer) in it is too large")
    case .noText(let number): return DataProblem("the text number \(number) in it is no text")
    case .textsInsteadOfNumbers(let name):
      return DataProblem("\(quoted(name)) holds texts, not numbers")
    }
  }

  static func words(for fault: DatasetError.ArrayFault) -> DataProblem {
    switch fault {
    case .textInputs: return DataProblem("it holds texts, but inputs are numbers")
    case .inputShape(let shape):
      return DataProblem(
        "it is \(shape), but inputs are [N, D] or images [N, H, W] or [N, H, W, C]")
    case .noExamples: return DataProblem("it holds no example")
    case .featureCount(let count, let most):
      return DataProblem(
        "its examples have \(count) features, and 1 to \(grouped(most)) can be read")
    case .imageShape(let shape, let largestSide):
      return DataProblem("its images are \(shape): 1 to \(largestSide) pixels a side can be read")
    case .input(let number, let example):
      return DataProblem(
        "example \(example) holds \(number), which is "
          + (number.isFinite ? "too large: numbers go up to 1e30" : "no finite number"))
    case .targetShape(let shape):
      return DataProblem("it is \(shape), but targets are [N] or [N, K]")
    case .textTargets: return DataProblem("texts as targets stand in one column, [N]")
    case .target(let target, let number):
      return DataProblem("target \(number) is \(target), which is no usual number")
    case .textsAsValues: return DataProblem("texts can't be values")
    case .notOneHot(let width):
      return DataProblem(
        "each row has \(width) numbers, which are no class: one of them must be 1 and the others 0")
    case .classCount(let count):
      return DataProblem("it has \(count) different targets: too many to be classes")
    case .oneClass(let name):
      return DataProblem("the target is \(quoted(name)) in every row: there is nothing to learn")
    case .targetCount(let count, let inputCount):
      return DataProblem("it holds \(count) targets for \(inputCount) inputs")
    case .testShape(let shape, let training):
      return DataProblem("its examples are \(training), but those of the test set are \(shape)")
    case .noPair(let names):
      return DataProblem(
        "which of its arrays are the inputs and the targets? It holds: "
          + names.prefix(12).joined(separator: ", "), hint: "for example: inputs=x target=y")
    }
  }
}
