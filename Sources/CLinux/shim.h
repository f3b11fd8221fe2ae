/* Calls of Linux that Swift does not see: what its overlay hides, lacks, or has as macros. */
#include <linux/sched.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

/* Swift hides fork, since a child of a process with threads can do little: callers have one thread. */
static inline pid_t linux_fork(void) { return fork(); }

static inline int linux_die_with_parent(void) { return prctl(PR_SET_PDEATHSIG, SIGKILL); }

/* Whether whoever started the program has it ignore a signal. */
static inline int linux_is_ignored(int signal_number) {
  struct sigaction action;
  return sigaction(signal_number, NULL, &action) == 0 && action.sa_handler == SIG_IGN;
}

/* In glibc since 2.34, declared only where GNU's extensions are asked for. */
int close_range(unsigned int first, unsigned int last, int flags);

/* The signal that ended a process by its wait status, or 0. */
static inline int linux_ending_signal(int status) {
  return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

static inline int linux_exit_code(int status) { return WEXITSTATUS(status); }

/* Has the calling thread go on upon another core, where it may use one. What it has just started then runs
   at once: the kernel often starts a thread or process on the core of whoever starts it, and leaves it
   waiting there for up to a tick, though other cores are idle. */
static inline void linux_leave_core(void) {
  enum { bits = 8 * sizeof(unsigned long), words = 1024 / bits };
  unsigned long allowed[words] = {0}, others[words];
  unsigned int core = 0;
  if (syscall(SYS_getcpu, &core, NULL, NULL) != 0 || core >= bits * words ||
      syscall(SYS_sched_getaffinity, 0, sizeof allowed, allowed) < 0)
    return;
  for (int word = 0; word < words; word++) others[word] = allowed[word];
  others[core / bits] &= ~(1UL << core % bits);
  if (syscall(SYS_sched_setaffinity, 0, sizeof others, others) == 0)
    syscall(SYS_sched_setaffinity, 0, sizeof allowed, allowed);
}
