#ifndef C_ALLOCATION_COUNTER_H
#define C_ALLOCATION_COUNTER_H

#include <stdbool.h>

// Counts what all threads of the process allocate, retain and release between start and stop.
//
// malloc and its relatives, and the functions of the Swift runtime that count references, are
// replaced for the whole process that this file is linked into, and count only when they are asked
// to.

// Whether allocations can be counted: with glibc, and without a sanitizer that replaces malloc too.
bool allocation_counter_is_available(void);

// Whether retains and releases are counted too: where the runtime's functions can be replaced in C.
bool allocation_counter_counts_references(void);

void allocation_counter_start(void);
void allocation_counter_stop(void);

// Calls of malloc, calloc, realloc, posix_memalign, aligned_alloc and memalign since the start.
long allocation_counter_allocations(void);
// Calls of swift_retain, swift_release and their relatives since the start.
long allocation_counter_references(void);

#endif
