// SPDX-License-Identifier: GPL-2.0-or-later

import Foundation

/// What happens to the names in a folder, as the kernel tells it.
final class FolderWatch {
  struct Change: Hashable {
    let name: String
    /// Whether a file took the name over whole, and was not made or written under it.
    let isRename: Bool
  }

  private let descriptor: Int32

  init(_ folder: String) throws {
    descriptor = inotify_init1(Int32(IN_NONBLOCK))
    let events = UInt32(IN_CREATE | IN_MODIFY | IN_MOVED_TO)
    guard descriptor >= 0, inotify_add_watch(descriptor, folder, events) >= 0 else {
      throw CocoaError(.fileReadUnknown)
    }
  }

  deinit { close(descriptor) }

  /// The changes since this was asked the last time.
  func changes() -> [Change] {
    var changes: [Change] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let size = read(descriptor, &buffer, buffer.count), size > 0 {
      var rest = buffer[..<size]
      while rest.count >= MemoryLayout<inotify_event>.size {
        let header = rest.withUnsafeBytes { $0.loadUnaligned(as: inotify_event.self) }
        rest = rest.dropFirst(MemoryLayout<inotify_event>.size)
        let name = rest.prefix(Int(header.len)).prefix { $0 != 0 }
        rest = rest.dropFirst(Int(header.len))
        changes.append(
          Change(
            name: String(decoding: name, as: UTF8.self),
            isRename: header.mask & UInt32(IN_MOVED_TO) != 0))
      }
    }
    return changes
  }
}
