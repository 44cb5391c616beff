// GNU readline, and the four small things around it that C says better than Swift:
// signal handlers, a key reader, an output stream that retries, and the redisplay hook.
// All of it is for one thread at a time (Terminal keeps it on the main actor) but for
// the handlers themselves, which touch only async-signal-safe calls.
#ifndef TOUCHPOINT_CREADLINE_H
#define TOUCHPOINT_CREADLINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <readline/readline.h>
#include <readline/history.h>

// MARK: rescue.c: the terminal comes back sane when the program dies.

/// Remembers the terminal's settings now, and puts them back on a crash signal or at exit.
/// Returns 0, or errno when `fd` is no terminal.
int terminal_rescue_arm(int fd);
/// Forgets them: the terminal has been restored in the ordinary way.
void terminal_rescue_disarm(void);
/// Puts the settings back now. Safe in a signal handler; does nothing when not armed.
void terminal_rescue_now(void);

// MARK: signals.c: signals become bytes in a pipe.

/// Notes SIGINT, SIGTERM, SIGHUP, SIGWINCH, SIGTSTP and SIGCONT from now on, and lets SIGPIPE pass.
/// Signals the parent asked to ignore stay ignored. Returns the pipe's end to wait on, or -1 with errno.
int signal_notes_open(void);
/// The next noted signal, or 0 when there is none. Never blocks.
int signal_notes_next(void);
/// Whether somebody asked to stop (SIGINT, SIGTERM, SIGHUP) and has not been heard yet.
bool signal_notes_urgent(void);
/// Forgets the signals of one kind noted so far; for those meant for a child that had the terminal.
void signal_notes_forget(int signal_number);
/// Waits until a signal has been noted, at most a quarter of a second.
void signal_notes_await(int signal_number);
/// Stops this process as Ctrl-Z does by default, and returns when it goes on.
/// Returns at once where no shell could wake it (an orphaned process group).
void signal_notes_suspend(void);
/// Gives every signal back to what it did before; after a hang-up further ones are let pass, for shell and kernel both
/// tell of a closed window.
void signal_notes_close(void);

// MARK: keys.c: what readline reads its keys with.

/// Sets the most bytes a line may have, and forgets what was dropped and seen before.
void line_keys_begin(size_t limit);
/// Hands readline one key. For `rl_callback_read_char`, which must not be called otherwise.
void line_keys_take(void);
/// Binds every unbound key to the bell. Call when all bindings are made.
void line_keys_bind_unbound(void);
/// Reads one key; for `rl_getc_function`. Bytes past the limit are dropped and counted.
int line_keys_read(FILE *stream);
/// Counts bytes that were taken off the current line because it was full.
void line_keys_note_dropped(size_t count);
/// How many bytes of the current line were dropped because it was full; starts again at zero.
size_t line_keys_take_dropped(void);
/// Whether the terminal has gone away.
bool line_keys_ended(void);

// MARK: screen.c: where readline writes to.

/// A stream that writes all of what it is given to `fd`, through interruptions and short writes.
/// NULL when there is no memory. The same stream is returned each time.
FILE *line_screen_open(int fd);
/// The first errno a write met, or 0. Never goes back to 0.
int line_screen_error(void);
/// Calls `before` ahead of every redisplay of the line, so that it may be mended first.
void line_screen_prepare_with(void (*before)(void));
/// Tells readline that the window has a new size.
void line_screen_resized(void);
/// Asks readline for its own redisplay again.
void line_screen_unprepare(void);

#endif
