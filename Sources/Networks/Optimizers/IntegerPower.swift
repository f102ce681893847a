/// The power of a number with a whole exponent from 0, by repeated squaring: the same products in
/// the same order on every machine.
func integerPower(_ base: Double, _ exponent: Int) -> Double {
  var result = 1.0
  var square = base
  var rest = exponent
  while rest > 0 {
    if rest & 1 == 1 { result *= square }
    square *= square
    rest >>= 1
  }
  return result
}
