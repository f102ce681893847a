/// A history as bytes that give it back bit for bit, made and read in the time that it takes to copy
/// them: a million epochs have to be put away while somebody waits.
///
/// In rules: for each epoch a byte that says which of the four figures it has that may be missing,
/// then its ten figures in 64 bits each, the lowest byte first, 0 for a missing one.
extension History {
  /// How many bytes an epoch takes.
  package static let bytesOfEpoch = 1 + 8 * figures
  private static let figures = 10

  /// The bytes of all epochs.
  package var bytes: [UInt8] {
    [UInt8](unsafeUninitializedCapacity: records.count * Self.bytesOfEpoch) { buffer, count in
      let raw = UnsafeMutableRawBufferPointer(buffer)
      for record in records {
        raw[count] = record.presence
        var place = count + 1
        record.forEachWord { word in
          raw.storeBytes(of: word.littleEndian, toByteOffset: place, as: UInt64.self)
          place += 8
        }
        count += Self.bytesOfEpoch
      }
    }
  }

  /// Reads what ``bytes`` gave; nil for anything else.
  package init?(bytes: ArraySlice<UInt8>) {
    guard bytes.count.isMultiple(of: Self.bytesOfEpoch) else { return nil }
    var records: [EpochRecord] = []
    records.reserveCapacity(bytes.count / Self.bytesOfEpoch)
    let isRead = bytes.withUnsafeBytes { raw in
      for start in stride(from: 0, to: raw.count, by: Self.bytesOfEpoch) {
        let record = EpochRecord(presence: raw[start]) { index in
          UInt64(
            littleEndian: raw.loadUnaligned(
              fromByteOffset: start + 1 + 8 * index, as: UInt64.self))
        }
        guard let record else { return false }
        records.append(record)
      }
      return true
    }
    guard isRead else { return nil }
    self.init(records: records)
  }
}

extension EpochRecord {
  /// Which of the figures are there that may be missing, a bit each.
  fileprivate var presence: UInt8 {
    (accuracy == nil ? 0 : 1) | (validationLoss == nil ? 0 : 2)
      | (validationDataLoss == nil ? 0 : 4) | (validationAccuracy == nil ? 0 : 8)
  }

  /// The figures, in the order of the bytes.
  @inline(__always)
  fileprivate func forEachWord(_ body: (UInt64) -> Void) {
    body(UInt64(bitPattern: Int64(epoch)))
    body(UInt64(bitPattern: Int64(step)))
    body(loss.bitPattern)
    body(dataLoss.bitPattern)
    body(penalty.bitPattern)
    body(learningRate.bitPattern)
    body(accuracy?.bitPattern ?? 0)
    body(validationLoss?.bitPattern ?? 0)
    body(validationDataLoss?.bitPattern ?? 0)
    body(validationAccuracy?.bitPattern ?? 0)
  }

  /// nil for counts that no epoch has.
  fileprivate init?(presence: UInt8, word: (Int) -> UInt64) {
    func number(_ index: Int) -> Double { Double(bitPattern: word(index)) }
    func number(_ index: Int, ifHas bit: UInt8) -> Double? {
      presence & bit == 0 ? nil : number(index)
    }
    let counts = 0...UInt64(NetworkDocument.countLimit)
    guard presence < 16, counts.contains(word(0)), counts.contains(word(1)) else { return nil }
    (epoch, step) = (Int(word(0)), Int(word(1)))
    (loss, dataLoss, penalty) = (number(2), number(3), number(4))
    learningRate = number(5)
    accuracy = number(6, ifHas: 1)
    validationLoss = number(7, ifHas: 2)
    validationDataLoss = number(8, ifHas: 4)
    validationAccuracy = number(9, ifHas: 8)
  }
}
