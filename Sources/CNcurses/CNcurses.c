/* The screen and its input: thin calls on stdscr, so that Swift never names a WINDOW. */
#include "CNcurses.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <term.h>
#include <unistd.h>

/* Input goes through a pad: reading from a window refreshes it first, and half a frame goes out. */
static WINDOW *keys;

int cnc_check_terminal(const char *name) {
  int found = 0;
  if (setupterm(name, 1, &found) != OK) return cnc_unknown;
  char *address = tigetstr("cup");
  int usable = address != NULL && address != (char *)-1;
  del_curterm(cur_term);
  return usable ? cnc_usable : cnc_cannot_address;
}

int cnc_open(const char *name) {
  if (newterm(name, stdout, stdin) == NULL) return -1;
  keys = newpad(1, 1);
  if (keys == NULL) {
    endwin();
    return -1;
  }
  raw(); /* not cbreak: that leaves Ctrl-S to freeze the program */
  noecho();
  nonl(); /* else Enter and Ctrl-J are one key */
  intrflush(stdscr, FALSE);
  typeahead(-1); /* else a frame stops halfway when a key waits */
  keypad(keys, TRUE);
  nodelay(keys, TRUE);
  if (getenv("ESCDELAY") == NULL) set_escdelay(25);
  if (has_colors()) {
    start_color();
    use_default_colors();
  }
  define_key("\033[200~", cnc_key_paste_begin);
  define_key("\033[201~", cnc_key_paste_end);
  define_key("\033[I", cnc_key_focus_in);
  define_key("\033[O", cnc_key_focus_out);
  define_key("\033[<", cnc_key_mouse);
  define_key("\033[?", cnc_key_report);
  define_key("\033]", cnc_key_answer);
  return 0;
}

void cnc_close(void) { endwin(); }

void cnc_reenter(void) {
  reset_prog_mode();
  clearok(curscr, TRUE);
}

int cnc_colours(void) { return has_colors() ? COLORS : 0; }
int cnc_pairs(void) { return has_colors() ? COLOR_PAIRS : 0; }
void cnc_repaint(void) { clearok(curscr, TRUE); }
void cnc_erase(void) { werase(stdscr); }

void cnc_run(int y, int x, const wchar_t *text, int length, attr_t attributes, int pair) {
  wattr_set(stdscr, attributes, 0, &pair); /* through opts: more than 255 pairs */
  mvwaddnwstr(stdscr, y, x, text, length);
}

void cnc_cursor(int y, int x, int visible) {
  if (visible) wmove(stdscr, y, x);
  curs_set(visible ? 1 : 0);
}

void cnc_update(void) {
  wnoutrefresh(stdscr);
  doupdate();
}

int cnc_kernel_size(int *height, int *width) {
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0) return -1;
  if (size.ws_row == 0 || size.ws_col == 0) return -1;
  *height = size.ws_row;
  *width = size.ws_col;
  return 0;
}

void cnc_set_size(int height, int width) {
  resizeterm(height, width);
  clearok(curscr, TRUE);
}

int cnc_read(unsigned *code) {
  wint_t value = 0;
  errno = 0;
  int kind = wget_wch(keys, &value);
  *code = value;
  if (kind == KEY_CODE_YES) return cnc_function;
  if (kind == OK) return cnc_character;
  return errno == EIO ? cnc_gone : cnc_none;
}
