#include "CReadline.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

/// What a terminal sends around pasted text (xterm's "bracketed paste", mode 2004).
static const char paste_start[] = "\033[200~", paste_end[] = "\033[201~";
/// How long the rest of a character may take to come, in milliseconds, before it counts as broken.
enum { character_silence = 500 };
/// How long a paste may fall silent, in milliseconds, before it counts as over.
enum { paste_silence = 10000 };
/// What a key read found instead of a byte.
enum { ended = -1, silent = -2 };

static size_t line_limit = 65536;
static size_t dropped;
static size_t pasted;
static bool hung_up;
static bool pasting;
static bool overflowing;        // the rest of this paste is dropped
static size_t matched;          // bytes of the paste mark met so far
static const char *to_deliver;  // what is left of an end mark that we supply ourselves
static bool is_first = true;     // the next read is this turn's first, and something is there
static bool gave_up;             // this turn has waited long enough already
static enum { plain, escaped, in_sequence } escape;

void line_keys_begin(size_t limit) {
  line_limit = limit;
  dropped = pasted = matched = 0;
  hung_up = pasting = overflowing = false;
  to_deliver = NULL;
  escape = plain;
}

void line_keys_note_dropped(size_t count) { dropped += count; }

size_t line_keys_take_dropped(void) {
  size_t count = dropped;
  dropped = 0;
  return count;
}

bool line_keys_ended(void) { return hung_up; }

static bool has_input(int fd) {
  struct pollfd waiting = {.fd = fd, .events = POLLIN};
  return poll(&waiting, 1, 0) > 0 && (waiting.revents & POLLIN);
}

/// One byte. Not waited for for ever when a paste or a character is not complete: nothing else runs.
static int next_byte(int fd) {
  int patience = pasting ? paste_silence : character_silence;
  int waited = 0;
  while (!is_first && !has_input(fd)) {
    struct pollfd waiting = {.fd = fd, .events = POLLIN};
    if (gave_up || signal_notes_urgent() || waited >= patience) {
      gave_up = !pasting; // a broken character is asked for up to sixteen times
      return silent;
    }
    poll(&waiting, 1, 100);
    waited += 100;
    if (waiting.revents & (POLLHUP | POLLERR | POLLNVAL)) break;
  }
  is_first = false;
  for (;;) {
    unsigned char byte;
    ssize_t count = read(fd, &byte, 1);
    if (count == 1) return byte;
    if (count == 0 || (errno != EINTR && errno != EAGAIN)) return ended;
    struct pollfd waiting = {.fd = fd, .events = POLLIN};
    if (errno == EAGAIN) poll(&waiting, 1, -1);
  }
}

static void follow_escape(int byte) {
  if (byte == 27) {
    escape = escaped;
  } else if (escape == escaped) {
    escape = byte == '[' || byte == 'O' ? in_sequence : plain;
  } else if (escape == in_sequence && byte >= 0x40 && byte <= 0x7E) {
    escape = plain;
  }
}

/// Follows the marks around a paste. True when `byte` completed one.
static bool completes_mark(int byte) {
  const char *mark = pasting ? paste_end : paste_start;
  if (byte == mark[matched]) {
    matched++;
  } else {
    matched = byte == 27;
  }
  if (mark[matched] != 0) return false;
  matched = 0;
  return true;
}

/// Whether this byte would go into the line, which has no room for it.
static bool has_no_room(int byte) {
  const unsigned long busy = RL_STATE_ISEARCH | RL_STATE_NSEARCH | RL_STATE_SEARCH | RL_STATE_NUMERICARG
    | RL_STATE_MOREINPUT | RL_STATE_MULTIKEY | RL_STATE_VIMOTION | RL_STATE_CHARSEARCH;
  if (rl_end < 0 || (size_t)rl_end < line_limit) return false;
  if (byte < 32 || byte == 127 || escape != plain) return false;
  return !RL_ISSTATE(busy) && rl_get_keymap() != vi_movement_keymap;
}

/// A byte of a paste: the byte, or -1 when it is dropped because the line is full.
static int take_pasted(int byte) {
  bool starts_character = (byte & 0xC0) != 0x80;
  if (!overflowing && matched == 0 && starts_character && pasted + (size_t)rl_end >= line_limit) {
    overflowing = true;
  }
  bool over = completes_mark(byte);
  if (over) {
    pasting = false;
    if (overflowing) to_deliver = paste_end;
    if (overflowing) dropped -= strlen(paste_end) - 1;
  }
  if (overflowing && !over) dropped++;
  pasted++;
  if (!overflowing) return byte;
  if (over) overflowing = false;
  return -1;
}

static int take_typed(int byte) {
  follow_escape(byte);
  if (completes_mark(byte)) {
    pasting = true;
    overflowing = false;
    pasted = 0;
  }
  return byte;
}

void line_keys_take(void) {
  is_first = true;
  gave_up = false;
  rl_callback_read_char();
}

int line_keys_read(FILE *stream) {
  int fd = fileno(stream);
  for (;;) {
    if (to_deliver != NULL && *to_deliver != 0) return (unsigned char)*to_deliver++;
    int byte = next_byte(fd);
    if (byte == ended) hung_up = true;
    if (byte < 0 && pasting) {
      to_deliver = overflowing ? paste_end : paste_end + matched;
      pasting = overflowing = false;
      matched = 0;
      continue;
    }
    if (byte == silent) return 0; // Ctrl-@: breaks the character, and changes nothing to see
    if (byte < 0) return EOF;
    if (pasting) {
      byte = take_pasted(byte);
      if (byte >= 0) return byte;
    } else if (has_no_room(byte)) {
      dropped++;
      if (!has_input(fd)) return 0; // Ctrl-@ sets the mark: the one key that changes nothing to see
    } else {
      return take_typed(byte);
    }
  }
}
