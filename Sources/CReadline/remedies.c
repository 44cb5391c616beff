// Remedies for two faults of readline 8.2 in callback mode, found with random keys; ten lines of C around
// readline show them too. Both put a function of ours in the place of one of readline's own. Where readline
// is linked so that it keeps to its own, they are never called, and nothing is worse than before.
//
// First: a key that means nothing, and some that do, make it jump to where its last ordinary key was read.
// That place has often been left by then (Ctrl-R and an unknown function key), and the program crashes.
// So the jump is replaced by a plain return; and no key is left unbound, which helps alone, too.
//
// Second: a line's list of changes is freed while an entry of the history still has it, and freed again
// (Ctrl-R, an edit, Enter). So it is kept where an entry might have it.
#include "CReadline.h"

#include <stdlib.h>

extern void _rl_pop_executing_macro(void) __attribute__((weak));
extern void _rl_kill_kbd_macro(void) __attribute__((weak));
extern HIST_ENTRY *_rl_saved_line_for_history __attribute__((weak));

/// In place of readline's own of that name: the same, but for the jump. All its callers return next.
/// Where readline is linked so that it keeps to its own, this is never called.
int _rl_abort_internal(void) {
  rl_discard_argument(); // rings the bell and clears the message
  rl_clear_pending_input();
  rl_deactivate_mark();
  while (rl_executing_macro != NULL && _rl_pop_executing_macro != NULL) _rl_pop_executing_macro();
  if (_rl_kill_kbd_macro != NULL) _rl_kill_kbd_macro();
  RL_UNSETSTATE(RL_STATE_MULTIKEY);
  rl_last_func = NULL;
  return 0;
}

static bool history_may_hold_changes(void) {
  if (&_rl_saved_line_for_history == NULL || _rl_saved_line_for_history != NULL) return true;
  HIST_ENTRY **entries = history_list();
  for (int i = 0; entries != NULL && entries[i] != NULL; i++) {
    if (entries[i]->data != NULL) return true;
  }
  return false;
}

/// In place of readline's own of that name: frees a list of changes, or keeps it if it may be shared.
void _rl_free_undo_list(UNDO_LIST *changes) {
  if (history_may_hold_changes()) return;
  while (changes != NULL) {
    UNDO_LIST *next = changes->next;
    if (changes->what == UNDO_DELETE) free(changes->text);
    free(changes);
    changes = next;
  }
}

static int ring_bell(int count, int key) {
  (void)count;
  (void)key;
  return rl_ding();
}

/// Keyboard macros count on the jump, and nobody records keys in a talk.
static bool records_keys(rl_command_func_t *function) {
  return function == rl_start_kbd_macro || function == rl_end_kbd_macro
    || function == rl_call_last_kbd_macro;
}

static void bind_unbound_in(Keymap keymap, int depth) {
  if (depth > 8) return;
  bool has_default = keymap[ANYOTHERKEY].type == ISFUNC && keymap[ANYOTHERKEY].function != NULL;
  for (int key = 0; key < ANYOTHERKEY; key++) {
    if (keymap[key].type == ISKMAP) {
      bind_unbound_in((Keymap)keymap[key].function, depth + 1);
    } else if (keymap[key].type == ISFUNC && keymap[key].function == NULL && !has_default) {
      keymap[key].function = ring_bell;
    } else if (keymap[key].type == ISFUNC && records_keys(keymap[key].function)) {
      keymap[key].function = ring_bell;
    }
  }
}

void line_keys_bind_unbound(void) {
  bind_unbound_in(emacs_standard_keymap, 0);
  bind_unbound_in(vi_insertion_keymap, 0);
  bind_unbound_in(vi_movement_keymap, 0);
}
