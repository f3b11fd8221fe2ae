// SPDX-License-Identifier: GPL-2.0-or-later

internal import SourceText

/// The pieces that JSON is made of.
extension GrowingBytes {
  /// Adds a whole number in decimal digits.
  mutating func append(decimal value: Int) {
    guard value >= 0, value < 100_000_000 else {
      appendLong(decimal: value)
      return
    }
    makeRoom(for: 8)
    // The digits come from the last to the first; each new one moves those before it on.
    var digits: UInt64 = 0
    var digitCount = 0
    var rest = UInt32(truncatingIfNeeded: value)
    repeat {
      let tens = rest / 10
      digits = digits &<< 8 | UInt64(0x30 &+ rest &- 10 &* tens)
      digitCount &+= 1
      rest = tens
    } while rest > 0
    room.storeBytes(of: digits.littleEndian, as: UInt64.self)
    advance(by: digitCount)
  }

  @inline(never)
  private mutating func appendLong(decimal value: Int) {
    if value < 0 { append(UInt8(ascii: "-")) }
    let beginning = value.magnitude / 100_000_000
    var rest = value.magnitude % 100_000_000
    guard beginning > 0 else {
      append(decimal: Int(rest))
      return
    }
    append(decimal: Int(beginning))
    makeRoom(for: 8)
    for place in stride(from: 7, through: 0, by: -1) {
      room.storeBytes(of: 0x30 + UInt8(rest % 10), toByteOffset: place, as: UInt8.self)
      rest /= 10
    }
    advance(by: 8)
  }

  /// What parts a value or a bracket from what stands before it.
  struct Separator {
    let hasComma: Bool
    /// How many spaces stand behind the line feed; nil where there is no line feed.
    let indentation: Int?
  }

  @inline(__always)
  mutating func append(_ separator: Separator) {
    append(separator, roomBehind: 0)
  }

  /// Adds a byte behind a separator.
  @inline(__always)
  mutating func append(_ byte: UInt8, behind separator: Separator) {
    append(separator, roomBehind: 1)
    store(byte)
  }

  /// Adds a key behind a separator, with the colon after it.
  ///
  /// Where the key is known when the program is built, it is a store or two.
  @inline(__always)
  mutating func append(key: StaticString, behind separator: Separator) {
    append(separator, roomBehind: key.utf8CodeUnitCount + 4)
    store(UInt8(ascii: "\""))
    store(key)
    store("\": ")
    if separator.indentation == nil { advance(by: -1) }
  }

  /// Adds a text between quotation marks.
  @inline(__always)
  mutating func append(quoted text: StaticString) {
    makeRoom(for: text.utf8CodeUnitCount + 2)
    store(UInt8(ascii: "\""))
    store(text)
    store(UInt8(ascii: "\""))
  }

  /// Adds a text between quotation marks where it holds nothing to escape, and else nothing.
  ///
  /// - Returns: Whether it was added.
  mutating func append(quotedUnlessEscaped text: UnsafeRawBufferPointer) -> Bool {
    makeRoom(for: text.count &+ 2 &+ 16)
    var escapes: SixteenBytes.Subset
    let room = room + 1
    if text.count < 16 {
      let few = SixteenBytes(beginning: text)
      room.storeBytes(of: few.lanes, as: SIMD16<UInt8>.self)
      escapes = JSONEscapes.among(few) & SixteenBytes.Subset(first: text.count)
    } else {
      escapes = SixteenBytes.Subset()
      var offset = 0
      while offset < text.count {
        // The last sixteen bytes have some of those before.
        let place = min(offset, text.count &- 16)
        guard let sixteen = SixteenBytes(text, at: place) else { break }
        room.storeBytes(of: sixteen.lanes, toByteOffset: place, as: SIMD16<UInt8>.self)
        escapes = escapes | JSONEscapes.among(sixteen)
        offset &+= 16
      }
    }
    guard escapes.isEmpty else { return false }
    store(UInt8(ascii: "\""))
    advance(by: text.count)
    store(UInt8(ascii: "\""))
    return true
  }

  /// Adds a separator, and makes room for what comes behind it.
  private mutating func append(_ separator: Separator, roomBehind: Int) {
    let indentation = separator.indentation ?? 0
    // A comma, a line feed, and the spaces that are too many.
    guard hasRoom(for: indentation &+ 34 &+ roomBehind) else {
      growAndAppend(separator, roomBehind: roomBehind)
      return
    }
    room.storeBytes(of: UInt8(ascii: ","), as: UInt8.self)
    if separator.hasComma { advance(by: 1) }
    guard separator.indentation != nil else { return }
    var written = 0
    repeat {
      let spaces = SIMD16<UInt8>(repeating: 0x20)
      room.storeBytes(of: spaces, toByteOffset: written, as: SIMD16<UInt8>.self)
      room.storeBytes(of: spaces, toByteOffset: written &+ 16, as: SIMD16<UInt8>.self)
      written &+= 32
    } while written <= indentation
    room.storeBytes(of: UInt8(ascii: "\n"), as: UInt8.self)
    advance(by: 1 &+ indentation)
  }

  // A function of its own, which leaves the ten thousands of calls that find room short.
  @inline(never)
  private mutating func growAndAppend(_ separator: Separator, roomBehind: Int) {
    grow(by: (separator.indentation ?? 0) + 34 + roomBehind)
    append(separator, roomBehind: roomBehind)
  }
}
