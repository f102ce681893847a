package import TensorEngine

/// What a file of HDF5 holds, without the numbers of its data sets.
package struct HDF5Tree: Equatable, Sendable {
  /// A group: a folder of the file.
  package struct Group: Equatable, Sendable {
    /// What is in it, in the order of the names' bytes or of the file.
    package var members: [NamedObject] = []
    /// The texts that stand beside it.
    package var texts: [Text] = []

    /// The group of a name; nil where there is none, or where it is a data set.
    package func group(_ name: String) -> Group? {
      guard case .group(let group) = self[name] else { return nil }
      return group
    }

    /// The group or data set of a name; nil where there is none.
    package subscript(name: String) -> Object? { members.first { $0.name == name }?.object }

    /// The texts of a name; nil where there are none.
    package func texts(_ name: String) -> [String]? { texts.first { $0.name == name }?.values }

    /// What stands at the end of a path from here, such as "dense/vars/0".
    package func object(at path: String) -> Object? {
      let parts = path.split(separator: "/").map(String.init)
      var group = self
      for (index, part) in parts.enumerated() {
        guard let object = group[part] else { return nil }
        if index == parts.count - 1 { return object }
        guard case .group(let next) = object else { return nil }
        group = next
      }
      return nil
    }
  }

  /// Something in a group.
  package struct NamedObject: Equatable, Sendable {
    /// The name by which the group has it.
    package var name: String
    /// A group or a data set.
    package var object: Object
  }

  /// A text or a list of texts that stands beside a group.
  package struct Text: Equatable, Sendable {
    /// What it is about.
    package var name: String
    /// The text alone, or those of the list.
    package var values: [String]
    /// Whether it is a list.
    package var isList: Bool
  }

  /// What is in a group.
  package indirect enum Object: Equatable, Sendable {
    /// Another group.
    case group(Group)
    /// Numbers.
    case data(DataSet)
  }

  /// Where numbers stand in the file, and which.
  package struct DataSet: Equatable, Sendable {
    /// Their shape.
    package var shape: Shape
    /// What they are.
    package var type: NumberType
    /// Where they are; empty where nothing was ever written.
    package var place: Range<Int>
  }

  /// What numbers of a data set are.
  package enum NumberType: Equatable, Sendable {
    /// Little-endian numbers of IEEE 754, of 4 or 8 bytes.
    case float(bytes: Int)
    /// Little-endian whole numbers with a sign, of 4 or 8 bytes.
    case integer(bytes: Int)
    /// Anything else, by its name: "16-bit floats", "texts".
    case other(String)
  }

  /// The group of which all others are parts.
  package var root: Group
}

/// Numbers of a file as floats or as a whole number.
enum HDF5Numbers {
  /// The whole number at a place of the file, of 4 or 8 bytes; nil for more than one.
  static func integer(in bytes: [UInt8], at place: Range<Int>, size: Int) -> Int? {
    guard place.count == size else { return nil }
    let value = bytes[place].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return size == 4 ? Int(Int32(truncatingIfNeeded: value)) : Int(truncatingIfNeeded: value)
  }

  /// The numbers at a place of the file, each of 4 or 8 bytes.
  static func floats(in bytes: [UInt8], at place: Range<Int>, size: Int) -> [Float] {
    let count = place.count / size
    return [Float](unsafeUninitializedCapacity: count) { memory, filled in
      bytes.withUnsafeBytes { bytes in
        for index in 0..<count {
          let start = place.lowerBound + index * size
          memory[index] =
            size == 4
            ? Float(
              bitPattern: UInt32(
                littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt32.self)))
            : Float(
              Double(
                bitPattern: UInt64(
                  littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self))))
        }
      }
      filled = count
    }
  }
}
