#include <string.h>

#include "plain.h"

// The sum is rounded to odd in double, so that rounding it once more to float is right (Boldo and
// Melquiond, "Emulation of FMA and correctly rounded sums: proved algorithms using rounding to
// odd", 2008). The error of the sum is exact (Knuth's two-sum); where there is one, the odd one of
// the two doubles around the exact sum is taken.
float plain_round_once(double product, double addend) {
  double sum = product + addend;
  const double shared = sum - product;
  const double error = (product - (sum - shared)) + (addend - shared);
  int64_t bits;
  memcpy(&bits, &sum, sizeof bits);
  if ((error > 0 || error < 0) && bits % 2 == 0) bits += (error > 0) == (bits >= 0) ? 1 : -1;
  memcpy(&sum, &bits, sizeof sum);
  return (float)sum;
}
