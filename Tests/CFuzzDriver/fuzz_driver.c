#include "fuzz_driver.h"

__attribute__((weak)) int LLVMFuzzerRunDriver(int *, char ***, fuzz_input);

int fuzz_driver_is_here(void) { return LLVMFuzzerRunDriver != 0; }

int fuzz_drive(int *argument_count, char ***arguments, fuzz_input input) {
  return LLVMFuzzerRunDriver ? LLVMFuzzerRunDriver(argument_count, arguments, input) : 1;
}
