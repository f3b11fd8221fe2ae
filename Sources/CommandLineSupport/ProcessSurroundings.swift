// SPDX-License-Identifier: GPL-2.0-or-later

@preconcurrency internal import Glibc

/// What the program makes sure of around it.
package enum ProcessSurroundings {
  /// Opens standard streams that are closed, lets polite signals through, and has errors tell what a
  /// signal would.
  package static func prepare() {
    // A file that is opened later would get the free number, and messages would go into it. What is
    // written to standard output must not get lost: where it was closed, writing to it fails.
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
      _ = open("/dev/null", descriptor == STDOUT_FILENO ? O_RDONLY : O_RDWR)
    }
    // Whoever started the program from a thread of its own may have left them blocked.
    var polite = sigset_t()
    sigemptyset(&polite)
    for number in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&polite, number) }
    sigprocmask(SIG_UNBLOCK, &polite, nil)
    // A file that may not grow is a disk that is full.
    signal(SIGXFSZ, SIG_IGN)
  }

  /// Lets the program go on where nobody reads its messages any more.
  package static func outliveReaders() {
    signal(SIGPIPE, SIG_IGN)
  }
}
