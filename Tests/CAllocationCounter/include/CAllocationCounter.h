#ifndef C_ALLOCATION_COUNTER_H
#define C_ALLOCATION_COUNTER_H

#include <stdbool.h>

// Counts what all threads of the process allocate between start and stop.
//
// malloc and its relatives are replaced for the whole process that this file is linked into, and
// count only when they are asked to.

// Whether allocations can be counted: with glibc, and without a sanitizer that replaces malloc too.
bool allocation_counter_is_available(void);

void allocation_counter_start(void);
void allocation_counter_stop(void);

// Calls of malloc, calloc, realloc, posix_memalign, aligned_alloc and memalign since the start.
long allocation_counter_allocations(void);

#endif
