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

/* The cores that a thread may run on, a bit for each. */
typedef struct {
  unsigned long words[1024 / (8 * sizeof(unsigned long))];
} linux_cores;

/* To start a thread or process that runs at once, beside whoever starts it. The kernel may put it on the
   same core, and leave one of them waiting there for a tick or more though others are idle. So the caller
   stays on its core, which what it starts then has as its only one, leaves that core, and only then lets
   it begin.

   `cores` become those that the calling thread had, or none where they cannot be told; then nothing is
   changed, since the kernel refuses to leave a thread without any. */
static inline void linux_stay_on_core(linux_cores *cores) {
  enum { bits = 8 * sizeof(unsigned long) };
  linux_cores only = {{0}};
  unsigned int core = 0;
  *cores = only;
  if (syscall(SYS_getcpu, &core, NULL, NULL) != 0 || core >= 8 * sizeof only ||
      syscall(SYS_sched_getaffinity, 0, sizeof *cores, cores) < 0)
    return;
  only.words[core / bits] = 1UL << core % bits;
  syscall(SYS_sched_setaffinity, 0, sizeof only, &only);
}

/* Lets the calling thread have `cores` again. */
static inline void linux_use_cores(const linux_cores *cores) {
  syscall(SYS_sched_setaffinity, 0, sizeof *cores, cores);
}

/* Moves the calling thread from the core that it stays on to another one of `cores`, where there is one,
   and lets it have all of them again. */
static inline void linux_leave_core(const linux_cores *cores) {
  linux_cores only, others = *cores;
  if (syscall(SYS_sched_getaffinity, 0, sizeof only, &only) > 0) {
    for (unsigned long word = 0; word < sizeof only.words / sizeof *only.words; word++)
      others.words[word] &= ~only.words[word];
    linux_use_cores(&others);
  }
  linux_use_cores(cores);
}
