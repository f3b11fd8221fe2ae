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

  /// Adds a text between quotation marks.
  @inline(__always)
  mutating func append(quoted text: StaticString) {
    let length = text.utf8CodeUnitCount
    makeRoom(for: length + 2)
    storage[count] = UInt8(ascii: "\"")
    UnsafeMutableRawBufferPointer(rebasing: storage[(count + 1)...])
      .copyMemory(from: UnsafeRawBufferPointer(start: text.utf8Start, count: length))
    storage[count + length + 1] = UInt8(ascii: "\"")
    count += length + 2
  }

  /// Adds a line feed, after a comma or not, and spaces.
  mutating func append(lineBreakAfterComma hasComma: Bool, spaceCount: Int) {
    // Spaces are written by eights, and those too many are written over.
    makeRoom(for: 2 + spaceCount + 8)
    if hasComma {
      storage[count] = UInt8(ascii: ",")
      count += 1
    }
    storage[count] = UInt8(ascii: "\n")
    count += 1
    var offset = 0
    while offset < spaceCount {
      storage.storeBytes(
        of: 0x2020_2020_2020_2020, toByteOffset: count + offset, as: UInt64.self)
      offset += 8
    }
    count += spaceCount
  }

  /// Adds a whole number in decimal digits.
  mutating func append(decimal value: Int) {
    if value < 0 { append(UInt8(ascii: "-")) }
    var digitCount = 1
    var rest = value.magnitude
    while rest >= 10 {
      rest /= 10
      digitCount += 1
    }
    makeRoom(for: digitCount)
    rest = value.magnitude
    for place in stride(from: count + digitCount - 1, through: count, by: -1) {
      storage[place] = UInt8(ascii: "0") + UInt8(rest % 10)
      rest /= 10
    }
    count += digitCount
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
