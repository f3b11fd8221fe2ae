/* Calls of Linux that Swift does not see: what its overlay hides, lacks, or has as macros. */
#include <linux/sched.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

/* Swift hides fork, since a child of a process with threads can do little: callers have one thread. */
static inline pid_t linux_fork(void) { return fork(); }

static inline int linux_die_with_parent(void) { return prctl(PR_SET_PDEATHSIG, SIGKILL); }

/* In glibc since 2.34, declared only where GNU's extensions are asked for. */
int close_range(unsigned int first, unsigned int last, int flags);

/* The signal that ended a process by its wait status, or 0. */
static inline int linux_ending_signal(int status) {
  return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

static inline int linux_exit_code(int status) { return WEXITSTATUS(status); }
