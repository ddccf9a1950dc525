/* When the program crashes, the terminal is put back and the last words are shown on it.
 *
 * What runs in the handler is async-signal-safe: write, tcsetattr, sigaction, lseek, read, raise.
 * Endwin, malloc, getenv and all of Swift are not. Swift's own crash reporter asks questions on the
 * terminal, so the signal goes to its default action, not to an earlier handler. */
#include "CNcurses.h"
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>

static const int fatal[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT, SIGSYS};
enum { fatal_count = sizeof fatal / sizeof fatal[0], stack_size = 64 * 1024, notice_size = 512 };

/* Off again: synchronised output, paste, focus and mouse reports; then plain text, no line drawing,
   wrapping, cursor keys, keypad, cursor, main screen. */
static const char restore[] =
    "\033[?2026l\033[?2004l\033[?1004l\033[?1006l\033[?1003l\033[?1002l\033[?1000l"
    "\033[0m\033(B\017\033[?7h\033[?1l\033>\033[?25h\033[?1049l";

static struct termios saved;
static struct sigaction previous[fatal_count];
static volatile sig_atomic_t is_open, is_active;
static char stack[stack_size];
static char notice[notice_size];
static int captured = -1, real_errors = -1;

static void say(int descriptor, const char *text, size_t length) {
  while (length > 0) {
    ssize_t written = write(descriptor, text, length);
    if (written <= 0) return;
    text += written;
    length -= (size_t)written;
  }
}

void cnc_guard_restore(void) {
  if (!is_active) return;
  is_active = 0;
  say(STDOUT_FILENO, restore, sizeof restore - 1);
  tcsetattr(STDIN_FILENO, TCSANOW, &saved);
  cnc_errors_release();
}

static void crashed(int number) {
  if (is_active) {
    cnc_guard_restore();
    say(STDERR_FILENO, notice, strnlen(notice, notice_size));
  }
  struct sigaction standard = {.sa_handler = SIG_DFL};
  sigaction(number, &standard, NULL);
  raise(number);
}

void cnc_guard_open(const char *text) {
  static int registered;
  if (!registered) registered = atexit(cnc_guard_restore) == 0;
  tcgetattr(STDIN_FILENO, &saved);
  strncpy(notice, text, notice_size - 1);
  stack_t alternate = {.ss_sp = stack, .ss_size = stack_size}; /* for a stack overflow */
  sigaltstack(&alternate, NULL);
  for (int i = 0; i < fatal_count; i++) {
    struct sigaction action = {.sa_handler = crashed, .sa_flags = SA_ONSTACK | SA_NODEFER};
    sigemptyset(&action.sa_mask);
    sigaction(fatal[i], &action, &previous[i]);
  }
  is_open = 1;
}

void cnc_guard_active(int active) { is_active = active; }

void cnc_guard_close(void) {
  if (!is_open) return;
  is_open = 0;
  is_active = 0;
  for (int i = 0; i < fatal_count; i++) sigaction(fatal[i], &previous[i], NULL);
}

void cnc_errors_capture(void) {
  if (captured >= 0 || !isatty(STDERR_FILENO)) return;
  captured = memfd_create("errors", MFD_CLOEXEC);
  if (captured < 0) return;
  real_errors = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  dup2(captured, STDERR_FILENO);
}

void cnc_errors_release(void) {
  if (captured < 0) return;
  dup2(real_errors, STDERR_FILENO);
  close(real_errors);
  lseek(captured, 0, SEEK_SET);
  char buffer[1024];
  ssize_t length;
  while ((length = read(captured, buffer, sizeof buffer)) > 0) {
    say(STDERR_FILENO, buffer, (size_t)length);
  }
  close(captured);
  captured = real_errors = -1;
}
