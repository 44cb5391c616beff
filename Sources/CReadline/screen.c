#define _GNU_SOURCE
#include "CReadline.h"

#include <errno.h>
#include <poll.h>
#include <unistd.h>

static int screen = -1;
static int first_error;
static void (*before_redisplay)(void);

/// Writes all of it. Says so even when it failed: the error is kept, and stdio must not try again.
static ssize_t write_all(void *cookie, const char *bytes, size_t size) {
  (void)cookie;
  size_t written = 0;
  while (written < size && first_error == 0) {
    ssize_t count = write(screen, bytes + written, size - written);
    if (count >= 0) {
      written += (size_t)count;
    } else if (errno == EAGAIN) {
      struct pollfd waiting = {.fd = screen, .events = POLLOUT};
      poll(&waiting, 1, -1);
    } else if (errno != EINTR) {
      first_error = errno;
    }
  }
  return (ssize_t)size;
}

FILE *line_screen_open(int fd) {
  static FILE *stream;
  screen = fd;
  if (stream == NULL) {
    stream = fopencookie(NULL, "w", (cookie_io_functions_t){.write = write_all});
  }
  return stream;
}

int line_screen_error(void) { return first_error; }

static void prepared_redisplay(void) {
  if (before_redisplay != NULL) before_redisplay();
  rl_redisplay();
}

void line_screen_prepare_with(void (*before)(void)) {
  before_redisplay = before;
  rl_redisplay_function = prepared_redisplay;
}

void line_screen_unprepare(void) { rl_redisplay_function = rl_redisplay; }

/// Readline redraws wrapped lines after a resize only when the redisplay is its own.
void line_screen_resized(void) {
  rl_voidfunc_t *mine = rl_redisplay_function;
  rl_redisplay_function = rl_redisplay;
  rl_resize_terminal();
  rl_redisplay_function = mine;
}
