import TensorEngine

/// What the operations of a plan are told at every step: trivially copied, never retained.
struct PlanContext: @unchecked Sendable {
  /// The plan's memory; all offsets count from here.
  let floats: UnsafeMutablePointer<Float>
  let integers: UnsafeMutablePointer<Int32>
  /// The windows over images that the operations number.
  let windows: UnsafePointer<ImageWindow>
  /// The products of matrices that the operations number.
  let products: UnsafePointer<PreparedProduct>
  /// Where the scratch memory of a chunk begins, the first one's, and how much of it there is.
  var scratch: Int
  let scratchCount: Int
  let kernels: Kernels
  /// The threads, kept alive by the plan; nil for one thread.
  let pool: Unmanaged<ThreadPool>?
  /// The least work of a region that the threads share.
  let threshold: Int
  /// The rows of the batch at hand.
  var rows = 0
  /// Whether dropout is at work.
  var isTraining = false
  /// Whether each layer's way back is looked at, so that none is done along with another one's.
  var isByLayer = false
  /// The number of the step over the network's life, from 1.
  var step = 0

  /// Where the rows of the batch lie, one after the other, if the first operation reads them there;
  /// nil where they were brought together.
  var rowsInPlace: UnsafePointer<Float>?

  @inline(__always)
  func slice(_ offset: Int, _ count: Int) -> FloatSlice {
    FloatSlice(base: floats + offset, count: count)
  }

  @inline(__always)
  func integerSlice(_ offset: Int, _ count: Int) -> IntegerSlice {
    IntegerSlice(base: integers + offset, count: count)
  }

  /// The scratch memory of the chunk that runs.
  @inline(__always)
  var ownScratch: FloatSlice { slice(scratch, scratchCount) }

  /// The values of the batch at a place.
  @inline(__always)
  func values(_ place: Place) -> FloatSlice { slice(place.values, rows * place.width) }

  /// Where the rows of the batch lie, if they stay there and a place is theirs.
  @inline(__always)
  func rowsInPlace(at place: Place) -> UnsafePointer<Float>? {
    place.values == Place.batchStart ? rowsInPlace : nil
  }

  /// The rows of the batch at an offset, `[rows, width]`, from a column on.
  @inline(__always)
  func columns(_ offset: Int, _ width: Int, from column: Int) -> FloatSlice {
    slice(offset + column, max(0, rows * width - column))
  }

  /// The values of some rows of the batch at a place.
  @inline(__always)
  func values(_ place: Place, _ range: Range<Int>) -> FloatSlice {
    slice(place.values + range.lowerBound * place.width, range.count * place.width)
  }
}
