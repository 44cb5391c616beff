// Readline 8.2 answers a key that means nothing, and some that do, by a long jump to where its last
// ordinary key was read. In callback mode that place has often been left by then (Ctrl-R and an unknown
// function key, a keyboard macro), and the program crashes. Two remedies, either of which helps alone:
// no key is left unbound, and the jump is replaced by a plain return.
#include "CReadline.h"

extern void _rl_pop_executing_macro(void) __attribute__((weak));
extern void _rl_kill_kbd_macro(void) __attribute__((weak));

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
