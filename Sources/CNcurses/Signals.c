/* Polite signals become bytes in a pipe that the loop polls: handlers do nothing else. */
#include "CNcurses.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

static const int polite[] = {SIGWINCH, SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT};
enum { polite_count = sizeof polite / sizeof polite[0] };
static struct sigaction previous[polite_count];
static int channel[2] = {-1, -1};
/* Signals to end that nobody has read. At the third the program no longer listens: leave. */
static volatile sig_atomic_t unheard;

static int ends(int number) {
  return number == SIGINT || number == SIGTERM || number == SIGHUP || number == SIGQUIT;
}

static void note(int number) {
  int kept = errno;
  if (ends(number) && ++unheard >= 3) {
    cnc_guard_restore();
    _exit(128 + number);
  }
  unsigned char byte = (unsigned char)number;
  ssize_t ignored = write(channel[1], &byte, 1);
  (void)ignored;
  errno = kept;
}

static void catch_signal(int number) {
  struct sigaction action = {.sa_handler = note, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  sigaction(number, &action, NULL);
}

int cnc_signals_open(void) {
  if (pipe2(channel, O_NONBLOCK | O_CLOEXEC) != 0) return -1;
  unheard = 0;
  sigset_t heard;
  sigemptyset(&heard);
  for (int i = 0; i < polite_count; i++) {
    sigaddset(&heard, polite[i]);
    sigaction(polite[i], NULL, &previous[i]);
    /* Who starts us with a signal ignored (nohup) wants it ignored. */
    if (!(ends(polite[i]) && previous[i].sa_handler == SIG_IGN)) catch_signal(polite[i]);
  }
  /* A parent with threads may have handed its blocked signals down. */
  sigprocmask(SIG_UNBLOCK, &heard, NULL);
  return channel[0];
}

void cnc_signals_taken(void) { unheard = 0; }

void cnc_signals_close(void) {
  if (channel[0] < 0) return;
  for (int i = 0; i < polite_count; i++) sigaction(polite[i], &previous[i], NULL);
  close(channel[0]);
  close(channel[1]);
  channel[0] = channel[1] = -1;
}

void cnc_stop_group(void) {
  struct sigaction standard = {.sa_handler = SIG_DFL};
  sigemptyset(&standard.sa_mask);
  sigaction(SIGTSTP, &standard, NULL);
  kill(0, SIGTSTP); /* not SIGSTOP: without a shell to continue us that would be the end */
  catch_signal(SIGTSTP);
}

int cnc_is_foreground(void) { return tcgetpgrp(STDIN_FILENO) == getpgrp(); }
