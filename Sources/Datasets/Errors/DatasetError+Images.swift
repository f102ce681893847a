extension DatasetError {
  /// What is wrong with an image, with a set of them, or with a folder of them.
  public enum ImageFault: Equatable, Sendable {
    /// The file has no byte.
    case emptyFile
    /// It is of a kind that is not read; nil where it is of no kind that is known.
    case otherFormat(ImageFormat?)
    /// It is cut off or damaged.
    case damaged(ImageFormat)
    /// It is a sound file of its kind, packed in a way that is not read.
    case unreadVariant(ImageFormat)
    /// There is no memory left to read it.
    case noMemory
    /// Its colours are made for printing.
    case cmyk
    /// It has more pixels than are read.
    case pixelCount(height: Int, width: Int, largestSide: Int, most: Int)
    /// It has another size than the first one of the set.
    case otherSize(height: Int, width: Int, first: String, firstHeight: Int, firstWidth: Int)
    /// It is larger than the images of a set may be.
    case size(height: Int, width: Int)
    /// With it the images of the set have more bytes than they may have.
    case setSize(limit: Int)
    /// The folder has no folder for a class, and so many images that lie in it themselves.
    case noFolders(imageCount: Int)
    /// The folder has one folder with images, of this name; within that one the folders of classes
    /// or splits may be, under this path.
    case oneFolder(String, inner: String?)
    /// None of the folders of classes has an image.
    case noImages
    /// The folder holds more files than are looked at.
    case fileCount(limit: Int)
    /// There are folders that may be splits, and others with images beside them.
    case splitsOrClasses(splits: [String], others: [String])
    /// Two folders would be the same split.
    case sameSplit(String, String)
    /// There are folders of splits, or none, but no folder of training images.
    case noTrainingFolder(found: [String])
    /// The folder of the training images has images, but no folder for a class.
    case trainingWithoutClasses(String, imageCount: Int)
    /// The folder of a class has folders of splits in it.
    case splitInsideClass(String, split: String)
  }
}
