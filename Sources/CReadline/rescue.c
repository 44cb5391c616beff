#include "CReadline.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <termios.h>
#include <unistd.h>

static const int fatal_signals[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT, SIGQUIT, SIGSYS};
enum { fatal_count = sizeof fatal_signals / sizeof *fatal_signals };

static struct termios settings;
static struct sigaction previous[fatal_count];
static volatile sig_atomic_t terminal = -1;
static bool keep_previous; // someone set SWIFT_BACKTRACE, so the runtime's own handler comes next
static char alternate_stack[64 * 1024];

void terminal_rescue_now(void) {
  int fd = terminal;
  if (fd < 0) return;
  terminal = -1;
  if (tcgetpgrp(fd) != getpgrp()) return; // in the background: the terminal is somebody else's
  tcsetattr(fd, TCSANOW, &settings);
  static const char plain[] = "\033[?2004l\033[0m\r\n"; // no bracketed paste, no colour, a fresh line
  ssize_t ignored = write(fd, plain, sizeof plain - 1);
  (void)ignored;
}

static void crashed(int signal_number) {
  terminal_rescue_now();
  for (int i = 0; i < fatal_count; i++) {
    if (fatal_signals[i] != signal_number) continue;
    if (keep_previous) {
      sigaction(signal_number, &previous[i], NULL);
    } else {
      signal(signal_number, SIG_DFL);
    }
  }
  raise(signal_number); // blocked until this handler returns
}

static void use_alternate_stack(void) {
  stack_t current;
  if (sigaltstack(NULL, &current) == 0 && !(current.ss_flags & SS_DISABLE)) return;
  stack_t mine = {.ss_sp = alternate_stack, .ss_size = sizeof alternate_stack, .ss_flags = 0};
  sigaltstack(&mine, NULL);
}

int terminal_rescue_arm(int fd) {
  static bool at_exit;
  if (tcgetattr(fd, &settings) != 0) return errno;
  keep_previous = getenv("SWIFT_BACKTRACE") != NULL;
  use_alternate_stack();
  struct sigaction action = {.sa_handler = crashed, .sa_flags = SA_ONSTACK};
  sigfillset(&action.sa_mask);
  bool armed = terminal >= 0;
  terminal = fd;
  for (int i = 0; i < fatal_count && !armed; i++) {
    sigaction(fatal_signals[i], &action, &previous[i]);
  }
  if (!at_exit) at_exit = atexit(terminal_rescue_now) == 0;
  return 0;
}

void terminal_rescue_disarm(void) {
  if (terminal < 0) return;
  terminal = -1;
  for (int i = 0; i < fatal_count; i++) sigaction(fatal_signals[i], &previous[i], NULL);
}
