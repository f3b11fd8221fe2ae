// SPDX-License-Identifier: GPL-2.0-or-later

internal import CLinux
@preconcurrency internal import Glibc

/// What a new thread waits at until the one that started it has left the core to it.
final class StartGate: Sendable {
  private let cores: linux_cores
  nonisolated(unsafe) private let semaphore = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)

  /// Closes the gate; the calling thread is the one that starts another.
  init() {
    var cores = linux_cores()
    linux_stay_on_core(&cores)
    self.cores = cores
    sem_init(semaphore, 0, 0)
  }

  deinit {
    sem_destroy(semaphore)
    semaphore.deallocate()
  }

  /// Leaves the core and opens the gate; the thread that was started goes on.
  func open() {
    withUnsafePointer(to: cores, linux_leave_core)
    sem_post(semaphore)
  }

  /// Waits until the gate is open; the calling thread is the one that was started.
  func pass() {
    while sem_wait(semaphore) != 0, errno == EINTR {}
    withUnsafePointer(to: cores, linux_use_cores)
  }
}
