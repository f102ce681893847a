#include <jansson.h>

// The type of a value is reached by a macro, which Swift does not see.
static inline json_type overfit_json_type(const json_t *value) { return json_typeof(value); }
