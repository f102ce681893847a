#include <sys/types.h>

/* Starts a program in a session of its own, on a new pseudo-terminal. Swift can neither fork nor
   make a terminal the controlling one of a program that it spawns. */
pid_t pseudo_terminal_start(
    int *master, const char *path, char *const arguments[], char *const environment[],
    unsigned short columns, unsigned short rows);

/* Changes the size; the program gets SIGWINCH. */
void pseudo_terminal_resize(int master, unsigned short columns, unsigned short rows);
