#define _GNU_SOURCE
#include "CReadline.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <time.h>
#include <unistd.h>

static const int noted_signals[] = {SIGINT, SIGTERM, SIGHUP, SIGWINCH, SIGTSTP, SIGCONT, SIGPIPE};
enum { noted_count = sizeof noted_signals / sizeof *noted_signals };
/// So many requests to stop, the first of them unheard for so many seconds, mean that nobody listens:
/// then they act as by default.
enum { patience = 3, patience_seconds = 1 };

static struct sigaction previous[noted_count];
static int pipe_ends[2] = {-1, -1}; // opened once and kept: its waiter may be slow to let go
static bool listening;
static volatile sig_atomic_t unheard[256];
static volatile sig_atomic_t is_hung_up;
static struct timespec first_unheard[256];

static void act_by_default(int signal_number) {
  terminal_rescue_now();
  signal(signal_number, SIG_DFL);
  raise(signal_number);
}

static bool is_deaf_to(int signal_number) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  if (unheard[signal_number] == 1) first_unheard[signal_number] = now;
  return unheard[signal_number] >= patience
    && now.tv_sec - first_unheard[signal_number].tv_sec > patience_seconds;
}

static void note(int signal_number) {
  if (signal_number == SIGPIPE) return; // the write that met it says EPIPE
  int saved_errno = errno;
  bool stops = signal_number == SIGINT || signal_number == SIGTERM || signal_number == SIGHUP;
  unheard[signal_number]++;
  if (signal_number == SIGHUP) is_hung_up = true;
  if (stops && is_deaf_to(signal_number)) act_by_default(signal_number);
  unsigned char byte = (unsigned char)signal_number;
  ssize_t ignored = write(pipe_ends[1], &byte, 1);
  (void)ignored;
  errno = saved_errno;
}

static void listen_to(int index) {
  sigaction(noted_signals[index], NULL, &previous[index]);
  if (previous[index].sa_handler == SIG_IGN && noted_signals[index] != SIGPIPE) return;
  struct sigaction action = {.sa_handler = note, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  sigaction(noted_signals[index], &action, NULL);
}

int signal_notes_open(void) {
  if (listening) return pipe_ends[0];
  if (pipe_ends[0] < 0 && pipe2(pipe_ends, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
  listening = true;
  for (int i = 0; i < noted_count; i++) listen_to(i);
  return pipe_ends[0];
}

int signal_notes_next(void) {
  unsigned char byte;
  if (pipe_ends[0] < 0 || read(pipe_ends[0], &byte, 1) != 1) return 0;
  unheard[byte] = 0;
  return byte;
}

bool signal_notes_urgent(void) { return unheard[SIGINT] || unheard[SIGTERM] || unheard[SIGHUP]; }

void signal_notes_forget(int forgotten) {
  int waiting[64], count = 0, next;
  while (count < 64 && (next = signal_notes_next()) != 0) {
    if (next != forgotten) waiting[count++] = next;
  }
  for (int i = 0; i < count; i++) note(waiting[i]);
}

void signal_notes_await(int signal_number) {
  for (int waited = 0; waited < 250 && !unheard[signal_number]; waited += 5) poll(NULL, 0, 5);
}

void signal_notes_suspend(void) {
  struct sigaction by_default = {.sa_handler = SIG_DFL}, stop, go;
  sigaction(SIGCONT, &by_default, &go);
  sigaction(SIGTSTP, &by_default, &stop);
  sigset_t stop_only, blocked; // worker threads block it, and a blocked stop waits for ever
  sigemptyset(&stop_only);
  sigaddset(&stop_only, SIGTSTP);
  pthread_sigmask(SIG_UNBLOCK, &stop_only, &blocked);
  raise(SIGTSTP);
  pthread_sigmask(SIG_SETMASK, &blocked, NULL);
  sigaction(SIGTSTP, &stop, NULL);
  sigaction(SIGCONT, &go, NULL);
}

void signal_notes_close(void) {
  if (!listening) return;
  listening = false;
  for (int i = 0; i < noted_count; i++) {
    if (noted_signals[i] == SIGHUP && is_hung_up) {
      // Shell and kernel both tell of a closed window: the second word must not cut short what the first one began.
      signal(SIGHUP, SIG_IGN);
    } else if (noted_signals[i] != SIGPIPE) {
      sigaction(noted_signals[i], &previous[i], NULL);
    }
  }
  while (signal_notes_next() != 0) continue;
}
