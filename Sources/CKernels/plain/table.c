#include "plain.h"

const KernelTable plain_table = {
    .matrix_product = plain_matrix_product,
#include "fields.h"
};

#if defined(__x86_64__)
const KernelTable plain_fma_table = {
    .matrix_product = plain_fma_matrix_product,
#include "fields.h"
};
#endif
