#include "plain.h"

const KernelTable plain_table = {
    .matrix_product = plain_matrix_product,
    .dense_gradients = plain_dense_gradients,
#include "fields.h"
};

#if defined(__x86_64__)
const KernelTable plain_fma_table = {
    .matrix_product = plain_fma_matrix_product,
    .dense_gradients = plain_fma_dense_gradients,
#include "fields.h"
};
#endif
