#ifndef FUZZ_DRIVER_H
#define FUZZ_DRIVER_H

#include <stddef.h>
#include <stdint.h>

/// Tries one input; what it returns is 0.
typedef int (*fuzz_input)(const uint8_t *bytes, size_t count);

/// Whether the program was linked with libFuzzer.
int fuzz_driver_is_here(void);

/// Hands the arguments of the program to libFuzzer, which tries inputs until they are over.
int fuzz_drive(int *argument_count, char ***arguments, fuzz_input input);

#endif
