extension DatasetError {
  /// What is wrong with an image, or with a set of them.
  public enum ImageFault: Equatable, Sendable {
    /// Kinds of files that are read.
    public enum Format: Equatable, Sendable {
      /// Portable Network Graphics.
      case png
      /// Joint Photographic Experts Group.
      case jpeg
    }

    /// Kinds of files that are known, and not read.
    public enum OtherFormat: Equatable, Sendable, CaseIterable {
      /// Graphics Interchange Format.
      case gif
      /// A bitmap of Windows.
      case bmp
      /// WebP.
      case webp
      /// Tagged Image File Format.
      case tiff
      /// Portable Document Format.
      case pdf
    }

    /// The file has no byte.
    case emptyFile
    /// It is of another kind; nil where that is not known.
    case otherFormat(OtherFormat?)
    /// It is cut off or damaged.
    case damaged(Format)
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
    /// The folder has no folder for a class.
    case noFolders
    /// The folder has one folder, of this name.
    case oneFolder(String)
    /// The folder of a class holds no image.
    case emptyFolder
    /// The folder holds more files than are looked at.
    case fileCount(limit: Int)
  }
}
