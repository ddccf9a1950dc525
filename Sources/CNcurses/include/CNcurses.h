/* What Swift cannot import from ncurses (globals, macros with casts, variadic functions), and what
   must be C because it runs in signal handlers: the self-pipe, the crash guard. No other logic. */
#ifndef CNCURSES_H
#define CNCURSES_H

#ifndef _GNU_SOURCE
#define _GNU_SOURCE 1
#endif
#define NCURSES_WIDECHAR 1 /* get_wch and friends are not declared otherwise */
#define NCURSES_NOMACROS 1
#include <curses.h>
#include <stddef.h>
#include <wchar.h>

static const attr_t cnc_bold = A_BOLD, cnc_dim = A_DIM;
static const attr_t cnc_underline = A_UNDERLINE, cnc_reverse = A_REVERSE;

/* Codes of the sequences that we define ourselves; curses uses none above KEY_MAX + 0x0fff. */
static const int cnc_key_paste_begin = KEY_MAX + 0x1001, cnc_key_paste_end = KEY_MAX + 0x1002;
static const int cnc_key_focus_in = KEY_MAX + 0x1003, cnc_key_focus_out = KEY_MAX + 0x1004;
static const int cnc_key_mouse = KEY_MAX + 0x1005, cnc_key_report = KEY_MAX + 0x1006;
static const int cnc_key_answer = KEY_MAX + 0x1007;

/* ---- the screen ---- */

enum { cnc_usable = 0, cnc_unknown = 1, cnc_cannot_address = 2 };
/* Whether a terminal of that name is in the database and can move its cursor. */
int cnc_check_terminal(const char *name);
/* Starts curses with every mode we need. 0, or -1 when curses refuses. */
int cnc_open(const char *name);
void cnc_close(void); /* back to the shell's modes; the screen can be entered again */
void cnc_reenter(void); /* our modes again, everything to be painted */
int cnc_colours(void);
int cnc_pairs(void);
void cnc_repaint(void); /* at the next update every cell is sent */
void cnc_erase(void);
/* Writes `length` wide characters in one style; the caller has clipped them. */
void cnc_run(int y, int x, const wchar_t *text, int length, attr_t attributes, int pair);
void cnc_cursor(int y, int x, int visible);
void cnc_update(void);
/* The terminal's size as the kernel knows it; 0, or -1 when it does not. */
int cnc_kernel_size(int *height, int *width);
void cnc_set_size(int height, int width);

/* ---- input ---- */

enum { cnc_none = 0, cnc_character = 1, cnc_function = 2, cnc_gone = 3 };
/* The next character or function key that is there already. Never waits beyond the escape delay. */
int cnc_read(unsigned *code);
/* Descriptor of the pipe on which each polite signal (WINCH INT TERM HUP QUIT TSTP CONT) arrives as
   one byte, its number; -1 when it could not be made. To be called before cnc_open. */
int cnc_signals_open(void);
void cnc_signals_taken(void); /* the pipe has been read: the program still reacts */
void cnc_signals_close(void);
/* Stops the process group as Ctrl-Z does; returns when it goes on. */
void cnc_stop_group(void);
/* Whether the terminal is ours to write on and to set modes of. */
int cnc_is_foreground(void);

/* ---- the crash guard ---- */

/* Remembers the terminal's modes and restores them when the program crashes or exits unawares. */
void cnc_guard_open(const char *notice);
void cnc_guard_active(int active); /* whether the screen is ours */
void cnc_guard_restore(void);      /* async-signal-safe, harmless when nothing is active */
void cnc_guard_close(void);
/* While captured, standard error goes to memory; release copies it out. */
void cnc_errors_capture(void);
void cnc_errors_release(void);

#endif
