#include <dlfcn.h>
#include <stdatomic.h>

/* The address of a function in the first of the libraries that can be opened; 0 for none. */
static inline void *late_address(const char *const *libraries, const char *name) {
  for (; *libraries; libraries++) {
    void *library = dlopen(*libraries, RTLD_LAZY | RTLD_LOCAL);
    if (library) return dlsym(library, name);
  }
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
