extension DatasetError {
  /// What is wrong with a file of MNIST's format, or with the four of them together.
  public enum IDXFault: Equatable, Sendable {
    /// What a file holds.
    public enum Items: String, Equatable, Sendable {
      /// Images, a byte a pixel.
      case images
      /// Labels, a byte each.
      case labels
    }

    /// It is no such file.
    case noIDX(of: Items)
    /// It is one, of the other content.
    case otherContent(Items, expected: Items)
    /// It ends within its header.
    case headerCutOff
    /// Its header promises nothing.
    case empty(Items)
    /// The sides of its images are 0 or too long.
    case imageSize(height: Int, width: Int, largestSide: Int)
    /// Another number of bytes follows than the header promises.
    case contentSize(promised: Int, found: Int)
    /// A label, by its number from 1, is none of the classes.
    case label(number: Int, UInt8, classCount: Int)
    /// The test images have other sides than the training images.
    case otherSize(height: Int, width: Int, trainingHeight: Int, trainingWidth: Int)
    /// There are more or fewer labels than images in the other file.
    case labelCount(Int, imageCount: Int, ofFile: String)
  }
}
