#define _GNU_SOURCE
#include "CAllocationCounter.h"

#include <dlfcn.h>
#include <errno.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define IS_SANITIZED 1
#endif
#endif

static atomic_bool is_counting;
static atomic_long allocations;
static atomic_long references;

static inline void count(atomic_long *counter) {
  if (atomic_load_explicit(&is_counting, memory_order_relaxed)) {
    atomic_fetch_add_explicit(counter, 1, memory_order_relaxed);
  }
}

void allocation_counter_start(void) {
  atomic_store(&allocations, 0);
  atomic_store(&references, 0);
  atomic_store(&is_counting, true);
}

void allocation_counter_stop(void) { atomic_store(&is_counting, false); }

long allocation_counter_allocations(void) { return atomic_load(&allocations); }

long allocation_counter_references(void) { return atomic_load(&references); }

#if defined(__linux__) && defined(__GLIBC__) && !defined(IS_SANITIZED)

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);

void *malloc(size_t size) {
  count(&allocations);
  return __libc_malloc(size);
}

void *calloc(size_t number, size_t size) {
  count(&allocations);
  return __libc_calloc(number, size);
}

void *realloc(void *memory, size_t size) {
  count(&allocations);
  return __libc_realloc(memory, size);
}

void *memalign(size_t alignment, size_t size) {
  count(&allocations);
  return __libc_memalign(alignment, size);
}

void *aligned_alloc(size_t alignment, size_t size) { return memalign(alignment, size); }

int posix_memalign(void **memory, size_t alignment, size_t size) {
  if (alignment % sizeof(void *) != 0 || (alignment & (alignment - 1)) != 0) return EINVAL;
  void *made = memalign(alignment, size);
  if (made == NULL) return ENOMEM;
  *memory = made;
  return 0;
}

bool allocation_counter_is_available(void) { return true; }

#else

bool allocation_counter_is_available(void) { return false; }

#endif

// On x86-64 the runtime's functions are called as C functions are; elsewhere they keep more
// registers, which a replacement in C would not do.
#if defined(__linux__) && defined(__GLIBC__) && defined(__x86_64__) && !defined(IS_SANITIZED)

// Replaces a function of the Swift runtime by one that counts, and then calls it.
#define COUNTED(result, name, parameters, arguments)                            \
  result name parameters {                                                      \
    static _Atomic(void *) runtime;                                             \
    count(&references);                                                         \
    void *function = atomic_load_explicit(&runtime, memory_order_relaxed);      \
    if (function == NULL) {                                                     \
      function = dlsym(RTLD_NEXT, #name);                                       \
      atomic_store_explicit(&runtime, function, memory_order_relaxed);          \
    }                                                                           \
    return ((result(*) parameters)function)arguments;                           \
  }

COUNTED(void *, swift_retain, (void *object), (object))
COUNTED(void, swift_release, (void *object), (object))
COUNTED(void *, swift_retain_n, (void *object, uint32_t number), (object, number))
COUNTED(void, swift_release_n, (void *object, uint32_t number), (object, number))
COUNTED(void *, swift_bridgeObjectRetain, (void *object), (object))
COUNTED(void, swift_bridgeObjectRelease, (void *object), (object))

bool allocation_counter_counts_references(void) { return true; }

#else

bool allocation_counter_counts_references(void) { return false; }

#endif
