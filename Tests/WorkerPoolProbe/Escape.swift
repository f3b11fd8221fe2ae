// SPDX-License-Identifier: GPL-2.0-or-later

internal import CLinux
@preconcurrency internal import Glibc

/// What a worker that a document has taken over might try.
enum Escape {
  /// The names of the attempts that were not refused; each would have been harmless.
  static func successes() -> [String] {
    attempts.filter { $0.attempt() }.map(\.name)
  }

  private static var attempts: [(name: String, attempt: () -> Bool)] {
    let path = "/tmp/rodtrad-escape-\(getpid())"
    return [
      ("create", { open(path, O_WRONLY | O_CREAT, 0o600) >= 0 }),
      ("openat", { openat(AT_FDCWD, path, O_RDWR | O_CREAT, 0o600) >= 0 }),
      ("creat", { creat(path, 0o600) >= 0 }),
      ("mkdir", { mkdir(path, 0o700) == 0 }),
      ("symlink", { symlink("nowhere", path) == 0 }),
      ("socket", { socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0) >= 0 }),
      ("kill", { kill(getppid(), 0) == 0 }),
      ("sigqueue", { sigqueue(getppid(), 0, sigval()) == 0 }),
      ("death-signal", { linux_die_with_parent() == 0 }),
      ("terminal", { speaksToTerminals() }),
      ("write-memory", { open("/proc/\(getppid())/mem", O_RDWR) >= 0 }),
      ("raise-limit", { raisesLimit() }),
      ("other-cores", { choosesCores(of: getppid()) }),
      ("spawn", { spawns() }),
    ]
  }

  private static func raisesLimit() -> Bool {
    var limit = rlimit(rlim_cur: rlim_t.max, rlim_max: rlim_t.max)
    return setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0
  }

  /// Swift does not see the call.
  private static func choosesCores(of process: pid_t) -> Bool {
    typealias Call = @convention(c) (pid_t, Int, UnsafeMutableRawPointer) -> Int32
    guard let get = dlsym(nil, "sched_getaffinity"), let set = dlsym(nil, "sched_setaffinity")
    else { return true }
    var cores = [UInt8](repeating: 0, count: 128)
    let size = cores.count
    return cores.withUnsafeMutableBytes { cores in
      guard let cores = cores.baseAddress else { return true }
      return unsafeBitCast(get, to: Call.self)(process, size, cores) != 0
        || unsafeBitCast(set, to: Call.self)(process, size, cores) == 0
    }
  }

  private static func speaksToTerminals() -> Bool {
    var size = winsize()
    // A descriptor that is no terminal gives another error than a call that is forbidden.
    return ioctl(STDIN_FILENO, UInt(TIOCGWINSZ), &size) == 0 || errno != EPERM
  }

  private static func spawns() -> Bool {
    var child: pid_t = 0
    var arguments: [UnsafeMutablePointer<CChar>?] = [nil]
    guard posix_spawn(&child, "/bin/true", nil, nil, &arguments, nil) == 0 else { return false }
    waitpid(child, nil, 0)
    return true
  }
}
