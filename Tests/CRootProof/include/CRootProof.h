#ifndef C_ROOT_PROOF_H
#define C_ROOT_PROOF_H

#include <stdbool.h>
#include <stdint.h>

// Tries the root that is made of multiplications (vector/newton.h) from every estimate that a
// machine may give, where a run with the estimates of this machine sees one of a thousand.

// Whether this processor has the instructions.
bool root_proof_is_available(void);

// How many of the floats x = 1 + i / 2^23 for 0 <= i < 2^23, and 2 + i / 2^22 for the others, with
// first <= i < end, times 4^scale, have a wrong root from an estimate y with |y sqrt(x) - 1| <=
// bound. Of the estimates of each x, both ends are tried and all 16 in a row of each 16 * stride.
long wrong_roots(uint32_t first, uint32_t end, int scale, double bound, uint32_t stride);

// How many of the floats with the bits first, first + stride ... < end have a result from either
// end of 1 / sqrt(x) (1 +- bound), or from infinity for 0, that is taken for a root.
long accepted_roots(uint32_t first, uint32_t end, double bound, uint32_t stride);

#endif
