// SPDX-License-Identifier: GPL-2.0-or-later

internal import FileAccess
@preconcurrency internal import Glibc

/// What `/proc` says of a process.
enum ProcessStatus {
  /// A file of one line, or nothing where the process is gone.
  static func line(of processID: pid_t, file: String) -> String {
    let descriptor = open("/proc/\(processID)/\(file)", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return "" }
    defer { close(descriptor) }
    let bytes = (try? ByteStream.read(1_024, from: descriptor)) ?? []
    return String(decoding: bytes, as: UTF8.self)
  }
}
