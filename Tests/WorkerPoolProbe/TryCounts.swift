// SPDX-License-Identifier: GPL-2.0-or-later

@preconcurrency internal import Glibc

/// How often each task was begun, in memory that all workers share with their parent.
struct TryCounts {
  private let counts: UnsafeMutableBufferPointer<Int32>

  /// Makes room for `count` tasks, none of which was begun; nil where there is no memory.
  init?(count: Int) {
    let size = count * MemoryLayout<Int32>.stride
    guard
      let memory = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0),
      memory != MAP_FAILED
    else { return nil }
    counts = UnsafeMutableBufferPointer(
      start: memory.bindMemory(to: Int32.self, capacity: count), count: count)
  }

  /// How often the task was begun.
  ///
  /// One worker has a task at a time, so no two write at once.
  subscript(task: Int) -> Int32 {
    get { counts[task] }
    nonmutating set { counts[task] = newValue }
  }

  func clear() { counts.update(repeating: 0) }
}
