#define _GNU_SOURCE
#include "CPseudoTerminal.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* Opens both ends. They are closed on exec from the first moment on: tests start programs at once,
   and one that inherited the master of another's terminal would keep that from hanging up. */
static int open_ends(int *master, int *terminal) {
  char name[128];
  *master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (*master < 0 || grantpt(*master) < 0 || unlockpt(*master) < 0) return -1;
  if (ptsname_r(*master, name, sizeof name) != 0) return -1;
  *terminal = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
  return *terminal < 0 ? -1 : 0;
}

pid_t pseudo_terminal_start(
    int *master, const char *path, char *const arguments[], char *const environment[],
    unsigned short columns, unsigned short rows) {
  int terminal;
  if (open_ends(master, &terminal) < 0) return -1;
  pseudo_terminal_resize(*master, columns, rows);
  pid_t child = fork();
  if (child == 0) {
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    signal(SIGINT, SIG_DFL);
    signal(SIGPIPE, SIG_DFL);
    setsid();
    ioctl(terminal, TIOCSCTTY, 0);
    for (int stream = 0; stream < 3; stream++) dup2(terminal, stream);
    execve(path, arguments, environment);
    _exit(127);
  }
  close(terminal);
  return child;
}

void pseudo_terminal_resize(int master, unsigned short columns, unsigned short rows) {
  struct winsize size = {.ws_row = rows, .ws_col = columns};
  ioctl(master, TIOCSWINSZ, &size);
}
