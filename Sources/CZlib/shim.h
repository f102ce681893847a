#include <zlib.h>

// inflateInit2 is a macro, which Swift does not see. 15 + 16: the largest window, gzip wrapper only.
static inline int overfit_begin_gzip(z_streamp stream) {
  return inflateInit2(stream, 15 + 16);
}
