#ifndef C_ALLOCATION_COUNTER_H
#define C_ALLOCATION_COUNTER_H

#include <stdbool.h>

// Counts what all threads of the process allocate and retain between start and stop.
//
// malloc and its relatives are replaced for the whole process that this file is linked into, and
// count only when they are asked to. Retains and releases are counted through the pointers that
// the Swift runtime keeps for such purposes.

// Whether allocations can be counted: with glibc, and without a sanitizer that replaces malloc too.
bool allocation_counter_is_available(void);

// Makes the Swift runtime report retains and releases from now on; false where it can't. There is
// no way back, so this is for processes that do nothing else.
bool allocation_counter_observe_references(void);

void allocation_counter_start(void);
void allocation_counter_stop(void);

// Calls of malloc, calloc, realloc, posix_memalign, aligned_alloc and memalign since the start.
long allocation_counter_allocations(void);
// Calls of swift_retain and swift_release since the start.
long allocation_counter_references(void);

#endif
