/// What is wrong with a file of HDF5, or what of that format is not read here: facts, without a
/// sentence.
package enum HDF5Fault: Error, Equatable, Sendable {
  /// It does not begin as such a file does.
  case noHDF5
  /// It ends before what it tells of does.
  case cutOff
  /// A block of it, by its name, is not as it must be.
  case damaged(String)
  /// The checksum of a block is another.
  case checksum
  /// It uses something of the format that is not read here: "chunked data", "soft links".
  case unsupported(String)
  /// There is more of something than is read: "groups".
  case tooMany(String)
  /// It has nothing at this path.
  case missing(String)
  /// Something at a path.
  indirect case at(String, HDF5Fault)
}
