// SPDX-License-Identifier: GPL-2.0-or-later

/// Eight bytes of a text, all looked at at once.
///
/// Going through a text byte by byte, the processor guesses wrong at the end of each word; the
/// stages that read every byte of a plan go by eights where they can.
@frozen
public struct EightBytes {
  /// The bytes as a number, the first one lowest.
  public let number: UInt64

  @usableFromInline static var ones: UInt64 { 0x0101_0101_0101_0101 }
  @usableFromInline static var highBits: UInt64 { 0x8080_8080_8080_8080 }

  /// Takes the bytes at an offset; nil where fewer than eight are left.
  @inlinable @inline(__always)
  public init?(_ text: UnsafeRawBufferPointer, at offset: Int) {
    guard offset + 8 <= text.count else { return nil }
    number = UInt64(littleEndian: text.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// Takes the bytes from an offset on, with 0 for those that the text lacks.
  @inlinable @inline(__always)
  public init(_ text: UnsafeRawBufferPointer, from offset: Int) {
    if let eight = EightBytes(text, at: offset) {
      self = eight
    } else if text.count >= 8, let last = EightBytes(text, at: text.count - 8) {
      number = last.number >> UInt64(8 * (offset + 8 - text.count))
    } else {
      var number: UInt64 = 0
      for byte in text[min(offset, text.count)...].reversed() {
        number = number << 8 | UInt64(byte)
      }
      self.number = number
    }
  }

  /// A part of eight bytes: those that have a property.
  @frozen
  public struct Subset {
    /// The high bit of each byte that belongs to it, the first byte lowest.
    public let marks: UInt64

    /// Takes the bytes whose high bit is set; the other bits must not be.
    @inlinable @inline(__always)
    public init(marks: UInt64) { self.marks = marks }

    /// Whether no byte belongs to it.
    @inlinable @inline(__always)
    public var isEmpty: Bool { marks == 0 }

    /// How many bytes stand before the first one that belongs to it; 8 where none does.
    @inlinable @inline(__always)
    public var countBefore: Int { marks.trailingZeroBitCount / 8 }

    /// The bytes that stand right after one that belongs to it, and the first one where it is said
    /// to.
    @inlinable @inline(__always)
    public func followers(withFirst isFirst: Bool) -> Subset {
      Subset(marks: marks &<< 8 | (isFirst ? 0x80 : 0))
    }

    /// The bytes of both.
    @inlinable @inline(__always)
    public static func & (one: Subset, other: Subset) -> Subset {
      Subset(marks: one.marks & other.marks)
    }

    /// The bytes of either.
    @inlinable @inline(__always)
    public static func | (one: Subset, other: Subset) -> Subset {
      Subset(marks: one.marks | other.marks)
    }

    /// The bytes that do not belong to it.
    @inlinable @inline(__always)
    public static prefix func ! (subset: Subset) -> Subset {
      Subset(marks: ~subset.marks & highBits)
    }
  }

  /// The bytes from U+0080 up.
  @inlinable @inline(__always)
  public var beyondASCII: Subset { Subset(marks: number & Self.highBits) }

  /// The bytes of ASCII from one to another.
  @inlinable @inline(__always)
  public func ascii(from first: UInt8, through last: UInt8) -> Subset {
    // Without its high bit a byte cannot carry into the next one: the sums reach the high bit for
    // all bytes from `first`, and for those above `last`.
    let low = number & ~Self.highBits
    let fromFirst = low + Self.ones &* UInt64(0x80 - first)
    let aboveLast = low + Self.ones &* UInt64(0x7F - last)
    return Subset(marks: fromFirst & ~aboveLast & ~number & Self.highBits)
  }

  /// The bytes from one to another, both from U+0080 up.
  @inlinable @inline(__always)
  public func beyondASCII(from first: UInt8, through last: UInt8) -> Subset {
    EightBytes(number ^ Self.highBits).ascii(from: first & 0x7F, through: last & 0x7F)
  }

  @inlinable @inline(__always)
  init(_ number: UInt64) { self.number = number }

  /// The bytes with a bit set in each: letters of ASCII become small ones with 0x20.
  @inlinable @inline(__always)
  public func setting(_ bit: UInt8) -> EightBytes {
    EightBytes(number | Self.ones &* UInt64(bit))
  }

  /// The bytes in lower case as far as ASCII and the letters from U+00C0 to U+00DE go.
  @inlinable @inline(__always)
  public func lowercased(afterC3: Bool) -> EightBytes {
    let capitals = ascii(from: 0x41, through: 0x5A)
    // À–Þ but the multiplication sign (U+00D7), which have 0xC3 before them.
    let accented =
      beyondASCII(from: 0x80, through: 0x9E) & !beyondASCII(from: 0x97, through: 0x97)
      & beyondASCII(from: 0xC3, through: 0xC3).followers(withFirst: afterC3)
    // The high bit of each, moved to the bit by which the cases differ.
    return EightBytes(number + (capitals | accented).marks >> 2)
  }

  /// The bytes that are a certain one of ASCII.
  @inlinable @inline(__always)
  public func ascii(_ byte: UInt8) -> Subset { ascii(from: byte, through: byte) }

  /// The letters and digits of ASCII.
  @inlinable @inline(__always)
  public var asciiLettersAndDigits: Subset {
    setting(0x20).ascii(from: 0x61, through: 0x7A) | ascii(from: 0x30, through: 0x39)
  }

  /// The first bytes, 1 to 8 of them, as a number; those after them count as 0.
  @inlinable @inline(__always)
  public func prefix(_ count: Int) -> UInt64 {
    number & (UInt64.max &>> (64 &- 8 &* UInt64(count)))
  }
}
