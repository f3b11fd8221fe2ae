// SPDX-License-Identifier: GPL-2.0-or-later

/// Bytes that are only ever added to.
///
/// The storage is its own: an array asks before each byte that it takes whether it shares its
/// storage, and a document is written as some ten thousand short pieces. What is written asks for
/// its room first, and for more of it where it is written by sixteens: what is too much is written
/// over.
@frozen
public struct GrowingBytes: ~Copyable {
  @usableFromInline var start: UnsafeMutableRawPointer
  @usableFromInline var capacity: Int
  @usableFromInline var size = 0

  /// How many there are.
  @inlinable @inline(__always)
  public var count: Int { size }

  /// Creates no bytes yet, with room for some.
  public init(capacity: Int) {
    self.capacity = max(capacity, 64)
    start = .allocate(byteCount: self.capacity, alignment: 1)
  }

  deinit { start.deallocate() }

  /// All bytes so far.
  ///
  /// Cost is linear in their number.
  public var array: [UInt8] { [UInt8](UnsafeRawBufferPointer(start: start, count: count)) }

  /// Adds a byte.
  @inlinable @inline(__always)
  public mutating func append(_ byte: UInt8) {
    makeRoom(for: 1)
    store(byte)
  }

  /// Adds the UTF-8 of a text.
  @inlinable @inline(__always)
  public mutating func append(_ text: StaticString) {
    makeRoom(for: text.utf8CodeUnitCount)
    store(text)
  }

  /// Adds bytes.
  @inlinable @inline(__always)
  public mutating func append(_ bytes: UnsafeRawBufferPointer) {
    guard let source = bytes.baseAddress else { return }
    makeRoom(for: bytes.count)
    room.copyMemory(from: source, byteCount: bytes.count)
    size &+= bytes.count
  }

  // MARK: - Room

  /// Whether more bytes can be stored than there are.
  @inlinable @inline(__always)
  public func hasRoom(for more: Int) -> Bool { capacity &- count >= more }

  /// Makes room for more bytes than there are.
  @inlinable @inline(__always)
  public mutating func makeRoom(for more: Int) {
    if !hasRoom(for: more) { grow(by: more) }
  }

  /// Makes room for more bytes than there are by moving all of them.
  @inline(never)
  public mutating func grow(by more: Int) {
    let larger = max(2 * capacity, count + more)
    let storage = UnsafeMutableRawPointer.allocate(byteCount: larger, alignment: 1)
    storage.copyMemory(from: start, byteCount: count)
    start.deallocate()
    start = storage
    capacity = larger
  }

  /// Adds a byte for which there is room.
  @inlinable @inline(__always)
  public mutating func store(_ byte: UInt8) {
    room.storeBytes(of: byte, as: UInt8.self)
    size &+= 1
  }

  /// Adds the UTF-8 of a text for which there is room.
  @inlinable @inline(__always)
  public mutating func store(_ text: StaticString) {
    room.copyMemory(from: text.utf8Start, byteCount: text.utf8CodeUnitCount)
    size &+= text.utf8CodeUnitCount
  }

  /// Where the next byte goes, and the room behind it.
  @inlinable @inline(__always)
  public var room: UnsafeMutableRawPointer { start + count }

  /// Counts bytes that were written into the room; fewer than 0 take the last ones off again.
  @inlinable @inline(__always)
  public mutating func advance(by more: Int) { size &+= more }
}
