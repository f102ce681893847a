#include <stdlib.h>

#include "plain/plain.h"

#if defined(__x86_64__)
extern const KernelTable sse2_table, sse2_fma_table, avx2_table, avx512_table;
#elif defined(__aarch64__)
extern const KernelTable neon_table;
#endif

const KernelTable *kernel_table(int path) {
#if defined(__x86_64__)
  __builtin_cpu_init();
  const int has_fma = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
  const int has_avx512 = has_fma && __builtin_cpu_supports("avx512f") &&
                         __builtin_cpu_supports("avx512vl") &&
                         __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq");
  if (path == KERNEL_PLAIN) return has_fma ? &plain_fma_table : &plain_table;
  if (path == KERNEL_PLAIN_EMULATED) return &plain_table;
  if (path == KERNEL_SSE2) return has_fma ? &sse2_fma_table : &sse2_table;
  if (path == KERNEL_SSE2_EMULATED) return &sse2_table;
  if (path == KERNEL_AVX2 && has_fma) return &avx2_table;
  if (path == KERNEL_AVX512 && has_avx512) return &avx512_table;
#elif defined(__aarch64__)
  if (path == KERNEL_PLAIN) return &plain_table;
  if (path == KERNEL_NEON) return &neon_table;
#else
  if (path == KERNEL_PLAIN) return &plain_table;
#endif
  return 0;
}

const char *kernel_path_asked_for(void) { return getenv("OVERFIT_KERNELS"); }
