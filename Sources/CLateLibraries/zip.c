#include <zip.h>

#include "late.h"

/* Debian 12 counts the versions of its own. */
static const char *const library[] = {
    "libzip.so.5", "libzip.so.4", "libzip.5.dylib", "/opt/homebrew/lib/libzip.5.dylib", 0};

LATE(library, zip_source_t *, zip_source_buffer_create,
     (const void *bytes, zip_uint64_t count, int frees, zip_error_t *error),
     (bytes, count, frees, error))
LATE(library, int, zip_source_open, (zip_source_t *source), (source))
LATE(library, int, zip_source_close, (zip_source_t *source), (source))
LATE(library, void, zip_source_keep, (zip_source_t *source), (source))
LATE(library, void, zip_source_free, (zip_source_t *source), (source))
LATE(library, int, zip_source_stat, (zip_source_t *source, zip_stat_t *facts), (source, facts))
LATE(library, zip_int64_t, zip_source_read,
     (zip_source_t *source, void *bytes, zip_uint64_t count), (source, bytes, count))

LATE(library, zip_t *, zip_open_from_source,
     (zip_source_t *source, int flags, zip_error_t *error), (source, flags, error))
LATE(library, int, zip_close, (zip_t *archive), (archive))
LATE(library, void, zip_discard, (zip_t *archive), (archive))
LATE(library, zip_int64_t, zip_get_num_entries, (zip_t *archive, zip_flags_t flags),
     (archive, flags))
LATE(library, void, zip_stat_init, (zip_stat_t *facts), (facts))
LATE(library, int, zip_stat_index,
     (zip_t *archive, zip_uint64_t index, zip_flags_t flags, zip_stat_t *facts),
     (archive, index, flags, facts))

LATE(library, zip_file_t *, zip_fopen_index,
     (zip_t *archive, zip_uint64_t index, zip_flags_t flags), (archive, index, flags))
LATE(library, zip_int64_t, zip_fread, (zip_file_t *file, void *bytes, zip_uint64_t count),
     (file, bytes, count))
LATE(library, int, zip_fclose, (zip_file_t *file), (file))

LATE(library, zip_int64_t, zip_file_add,
     (zip_t *archive, const char *name, zip_source_t *source, zip_flags_t flags),
     (archive, name, source, flags))
LATE(library, int, zip_set_file_compression,
     (zip_t *archive, zip_uint64_t index, zip_int32_t method, zip_uint32_t flags),
     (archive, index, method, flags))
LATE(library, int, zip_file_set_dostime,
     (zip_t *archive, zip_uint64_t index, zip_uint16_t time, zip_uint16_t date, zip_flags_t flags),
     (archive, index, time, date, flags))
