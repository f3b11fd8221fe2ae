// SPDX-License-Identifier: GPL-2.0-or-later

/// A queue that gives the element of the least priority first: a binary heap.
struct MinimumQueue<Priority: Comparable> {
  private var heap: [(element: Int, priority: Priority)] = []

  /// Adds an element; takes logarithmic time.
  mutating func insert(_ element: Int, priority: Priority) {
    heap.append((element, priority))
    var child = heap.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard precedes(child, parent) else { return }
      heap.swapAt(child, parent)
      child = parent
    }
  }

  /// Takes out the first element, of equal ones the smallest; nil where the queue is empty.
  mutating func removeMinimum() -> (element: Int, priority: Priority)? {
    guard let first = heap.first, let last = heap.popLast() else { return nil }
    guard !heap.isEmpty else { return first }
    heap[0] = last
    var parent = 0
    while true {
      let children = (2 * parent + 1)...(2 * parent + 2)
      var least = parent
      for child in children where child < heap.count && precedes(child, least) { least = child }
      guard least != parent else { return first }
      heap.swapAt(parent, least)
      parent = least
    }
  }

  private func precedes(_ one: Int, _ other: Int) -> Bool {
    if heap[one].priority != heap[other].priority {
      return heap[one].priority < heap[other].priority
    }
    return heap[one].element < heap[other].element
  }
}
