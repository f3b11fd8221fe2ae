// SPDX-License-Identifier: GPL-2.0-or-later

/// Bytes that are only ever added to.
///
/// The storage is its own: an array asks before each byte that it takes whether it shares its
/// storage, and a document is written as some ten thousand short pieces.
struct GrowingBytes: ~Copyable {
  private var storage: UnsafeMutableRawBufferPointer
  private(set) var count = 0

  /// Creates no bytes yet, with room for some.
  init(capacity: Int) {
    storage = .allocate(byteCount: max(capacity, 64), alignment: 1)
  }

  deinit { storage.deallocate() }

  /// All bytes so far.
  ///
  /// Cost is linear in their number.
  var array: [UInt8] { [UInt8](UnsafeRawBufferPointer(rebasing: storage[..<count])) }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    makeRoom(for: 1)
    storage[count] = byte
    count += 1
  }

  @inline(__always)
  mutating func append(_ text: StaticString) {
    append(UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  @inline(__always)
  mutating func append(_ bytes: UnsafeRawBufferPointer) {
    makeRoom(for: bytes.count)
    UnsafeMutableRawBufferPointer(rebasing: storage[count...]).copyMemory(from: bytes)
    count += bytes.count
  }

  mutating func append(_ byte: UInt8, repeated times: Int) {
    makeRoom(for: times)
    for _ in 0..<times {
      storage[count] = byte
      count += 1
    }
  }

  @inline(__always)
  private mutating func makeRoom(for more: Int) {
    if storage.count - count < more { grow(by: more) }
  }

  @inline(never)
  private mutating func grow(by more: Int) {
    let larger = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(2 * storage.count, count + more), alignment: 1)
    larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: storage[..<count]))
    storage.deallocate()
    storage = larger
  }
}
