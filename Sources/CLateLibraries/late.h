#include <dlfcn.h>
#include <stdatomic.h>
#include <stdio.h>

/* The address of a function in the first of the libraries that can be opened; 0 for none. Whatever
   then fails would look as if its input were damaged, so the library that is missing is named. */
static inline void *late_address(const char *const *libraries, const char *name) {
  const char *usual = *libraries;
  for (; *libraries; libraries++) {
    void *library = dlopen(*libraries, RTLD_LAZY | RTLD_LOCAL);
    if (library) return dlsym(library, name);
  }
  fprintf(stderr, "overfit: the library %s can't be opened\n", usual);
  return 0;
}

/* Defines a function that hands its arguments on to the one of the same name in a library. */
#define LATE(libraries, result, name, parameters, arguments)                              \
  result name parameters {                                                                \
    static _Atomic(__typeof__(&name)) place;                                              \
    __typeof__(&name) function = atomic_load_explicit(&place, memory_order_acquire);      \
    if (!function) {                                                                      \
      function = (__typeof__(&name))late_address(libraries, #name);                       \
      if (!function) return (result)0;                                                    \
      atomic_store_explicit(&place, function, memory_order_release);                      \
    }                                                                                     \
    return function arguments;                                                            \
  }
