#include <openssl/evp.h>

#include "late.h"

static const char *const crypto[] = {
    "libcrypto.so.3", "libcrypto.3.dylib", "/opt/homebrew/lib/libcrypto.3.dylib", 0};

LATE(crypto, EVP_MD_CTX *, EVP_MD_CTX_new, (void), ())
LATE(crypto, void, EVP_MD_CTX_free, (EVP_MD_CTX *context), (context))
LATE(crypto, const EVP_MD *, EVP_sha256, (void), ())
LATE(crypto, int, EVP_DigestInit_ex,
     (EVP_MD_CTX *context, const EVP_MD *type, ENGINE *engine), (context, type, engine))
LATE(crypto, int, EVP_DigestUpdate, (EVP_MD_CTX *context, const void *bytes, size_t count),
     (context, bytes, count))
LATE(crypto, int, EVP_DigestFinal_ex,
     (EVP_MD_CTX *context, unsigned char *digest, unsigned int *count), (context, digest, count))
