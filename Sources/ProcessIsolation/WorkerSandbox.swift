// SPDX-License-Identifier: GPL-2.0-or-later

internal import CLinux
internal import CSeccomp
@preconcurrency internal import Glibc

/// What a worker takes from itself before it sees its first document.
///
/// A document that takes a parser over can then neither write, send nor start anything: what is
/// left to it is to read what the user may read, and to answer.
struct WorkerSandbox {
  /// The most that the worker may map, in bytes.
  let addressSpaceBytes: Int

  /// Calls by which a process changes files, reaches the network or reaches other processes.
  private static let forbiddenCalls = [
    "creat", "truncate", "ftruncate", "fallocate", "rename", "renameat", "renameat2", "unlink",
    "unlinkat", "link", "linkat", "symlink", "symlinkat", "mkdir", "mkdirat", "rmdir", "mknod",
    "mknodat", "chmod", "fchmod", "fchmodat", "chown", "fchown", "lchown", "fchownat", "utime",
    "utimes", "utimensat", "futimesat", "setxattr", "lsetxattr", "fsetxattr", "removexattr",
    "lremovexattr", "fremovexattr", "mount", "umount2", "pivot_root", "chroot", "socket",
    "socketpair", "connect", "bind", "listen", "accept", "accept4", "sendto", "sendmsg", "sendmmsg",
    "execve", "execveat", "fork", "vfork", "kill", "pidfd_send_signal", "pidfd_open", "pidfd_getfd",
    "ptrace", "process_vm_readv", "process_vm_writev", "setrlimit", "bpf", "perf_event_open",
    "keyctl", "add_key", "request_key", "userfaultfd", "memfd_create", "setns", "unshare",
    "tkill", "rt_sigqueueinfo", "rt_tgsigqueueinfo", "shmget", "shmat", "shmctl", "msgget",
    "msgsnd", "msgctl", "semget", "semop", "semtimedop", "semctl", "mq_open", "mq_unlink",
    "setpriority", "sched_setscheduler", "sched_setparam", "sched_setattr",
    "ioprio_set", "process_madvise", "process_mrelease", "migrate_pages", "move_pages",
  ]

  /// Calls that only root may make, and that a document opened by root should not.
  private static let rootsCalls = [
    "fsopen", "fsconfig", "fsmount", "fspick", "open_tree", "move_mount", "mount_setattr", "swapon",
    "swapoff", "reboot", "kexec_load", "kexec_file_load", "init_module", "finit_module",
    "delete_module", "settimeofday", "clock_settime", "clock_adjtime", "adjtimex", "sethostname",
    "setdomainname", "acct", "quotactl", "quotactl_fd", "iopl", "ioperm", "syslog", "vhangup",
    "fanotify_init",
  ]

  /// Calls that change files and are newer than the names that libseccomp knows; such numbers are
  /// the same on all processors: fchmodat2, setxattrat, removexattrat, open_tree_attr, file_setattr.
  private static let namelessCalls: [Int32] = [452, 463, 466, 467, 469]

  /// Calls that do the same by other ways; libraries take an older call where the kernel has none.
  private static let missingCalls = [
    "openat2", "clone3", "io_uring_setup", "io_uring_enter", "io_uring_register",
    "open_by_handle_at",
  ]

  /// Calls that are harmless with some arguments only, with what makes them harmful.
  private static var conditionalCalls: [(name: String, condition: scmp_arg_cmp)] {
    let openings: [(String, UInt32)] = [("open", 1), ("openat", 2)]
    let writings = [O_WRONLY, O_RDWR, O_CREAT, O_TRUNC].map(UInt64.init)
    var calls = openings.flatMap { name, flags in
      writings.map { flag in (name, argument(flags, masked: flag, equals: flag)) }
    }
    // A thread shares the worker's limits; a process of its own would have its own.
    calls.append(("clone", argument(0, masked: UInt64(CLONE_THREAD), equals: 0)))
    // A process that gives up signals itself so; any other would be a way to end the parent.
    let ownID = UInt64(getpid())
    calls.append(("tgkill", scmp_arg_cmp(arg: 0, op: SCMP_CMP_NE, datum_a: ownID, datum_b: 0)))
    // The parent's end is the worker's, too, and it is not for the worker to change that.
    let deathSignal = UInt64(PR_SET_PDEATHSIG)
    calls.append(("prctl", scmp_arg_cmp(arg: 0, op: SCMP_CMP_EQ, datum_a: deathSignal, datum_b: 0)))
    // A thread chooses its own core, and nobody else's.
    calls.append(
      ("sched_setaffinity", scmp_arg_cmp(arg: 0, op: SCMP_CMP_NE, datum_a: 0, datum_b: 0)))
    calls.append(
      ("prlimit64", scmp_arg_cmp(arg: 2, op: SCMP_CMP_NE, datum_a: 0, datum_b: 0)))
    return calls
  }

  private static func argument(
    _ index: UInt32, masked mask: UInt64, equals value: UInt64
  ) -> scmp_arg_cmp {
    scmp_arg_cmp(arg: index, op: SCMP_CMP_MASKED_EQ, datum_a: mask, datum_b: value)
  }

  /// Puts the limits in force; they cannot be taken back.
  ///
  /// - Returns: Whether all of them are.
  func enter() -> Bool {
    let areLimited = [
      limit(RLIMIT_AS, to: addressSpaceBytes), limit(RLIMIT_CORE, to: 0),
      limit(RLIMIT_FSIZE, to: 0),
    ]
    let isFiltered = filterCalls()
    return isFiltered && !areLimited.contains(false)
  }

  /// Lowers a limit to a value, where it is not lower already.
  private func limit(_ resource: __rlimit_resource, to value: Int) -> Bool {
    let resource = __rlimit_resource_t(resource.rawValue)
    var limit = rlimit()
    guard getrlimit(resource, &limit) == 0 else { return false }
    limit.rlim_max = min(limit.rlim_max, rlim_t(value))
    limit.rlim_cur = min(limit.rlim_cur, limit.rlim_max)
    return setrlimit(resource, &limit) == 0
  }

  private func filterCalls() -> Bool {
    guard let filter = seccomp_init(SCMP_ACT_ALLOW) else { return false }
    defer { seccomp_release(filter) }
    // A call that this processor does not have gives an error here, and needs no rule.
    func refuse(_ number: Int32, with error: Int32) {
      seccomp_rule_add_array(filter, seccomp_refuse_with(UInt16(error)), number, 0, nil)
    }
    for name in Self.forbiddenCalls + Self.rootsCalls {
      refuse(seccomp_syscall_resolve_name(name), with: EPERM)
    }
    for number in Self.namelessCalls { refuse(number, with: EPERM) }
    for name in Self.missingCalls { refuse(seccomp_syscall_resolve_name(name), with: ENOSYS) }
    // Some type into the terminal or change a file that is open for reading; none is needed.
    refuse(seccomp_syscall_resolve_name("ioctl"), with: EPERM)
    for (name, condition) in Self.conditionalCalls {
      withUnsafePointer(to: condition) { condition in
        _ = seccomp_rule_add_array(
          filter, seccomp_refuse_with(UInt16(EPERM)), seccomp_syscall_resolve_name(name), 1,
          condition)
      }
    }
    return seccomp_load(filter) == 0
  }
}
