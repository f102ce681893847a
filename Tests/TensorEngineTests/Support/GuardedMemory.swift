import Foundation
import TensorEngine

/// Runs a body on copies of arrays that end where readable memory ends: whoever touches the
/// element after the last one ends the process.
func withGuardedSlices(_ arrays: [[Float]], _ body: ([FloatSlice]) -> Void) {
  let page = sysconf(Int32(_SC_PAGESIZE))
  let blocks = arrays.map { array in
    let length = (array.count * 4 + page - 1) / page * page
    let block = mmap(nil, length + page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANON, -1, 0)
    guard let block, block != MAP_FAILED else { fatalError("no memory for a test") }
    mprotect(block + length, page, PROT_NONE)
    return (start: block, length: length)
  }
  let slices = zip(arrays, blocks).map { array, block in
    let first = (block.start + block.length - array.count * 4).assumingMemoryBound(to: Float.self)
    let slice = FloatSlice(base: first, count: array.count)
    slice.write(array)
    return slice
  }
  body(slices)
  for block in blocks { munmap(block.start, block.length + page) }
}
