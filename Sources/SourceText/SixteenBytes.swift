// SPDX-License-Identifier: GPL-2.0-or-later

/// Sixteen bytes of a text, all looked at at once, as every processor can that Swift runs on.
///
/// For what goes over all bytes of a document; ``EightBytes`` is for words and the ends of texts.
@frozen
public struct SixteenBytes {
  @usableFromInline let bytes: SIMD16<UInt8>

  /// Takes the bytes at an offset; nil where they are not all in the text.
  @inlinable @inline(__always)
  public init?(_ text: UnsafeRawBufferPointer, at offset: Int) {
    guard offset >= 0, offset + 16 <= text.count else { return nil }
    bytes = text.loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)
  }

  /// A part of sixteen bytes: those that have a property.
  @frozen
  public struct Subset {
    @usableFromInline let mask: SIMDMask<SIMD16<Int8>>

    @inlinable @inline(__always)
    init(_ mask: SIMDMask<SIMD16<Int8>>) { self.mask = mask }

    /// The first eight bytes and the last eight, as numbers in which a byte that belongs is 0xFF and
    /// any other one 0; the first of each lowest.
    @inlinable @inline(__always)
    public var halves: (first: UInt64, last: UInt64) {
      let halves = unsafeBitCast(mask, to: SIMD2<UInt64>.self)
      return (UInt64(littleEndian: halves[0]), UInt64(littleEndian: halves[1]))
    }

    /// Whether no byte belongs to it.
    @inlinable @inline(__always)
    public var isEmpty: Bool { halves.first | halves.last == 0 }

    /// How many bytes stand before the first one that belongs to it; 16 where none does.
    @inlinable @inline(__always)
    public var countBefore: Int {
      let halves = halves
      let bits =
        halves.first != 0
        ? halves.first.trailingZeroBitCount : 64 + halves.last.trailingZeroBitCount
      return bits / 8
    }

    /// How many bytes belong to it.
    @inlinable @inline(__always)
    public var count: Int {
      let halves = halves
      // Ones in the lowest bits; the product has the sum of all bytes in its highest one.
      let ones = (halves.first & 0x0101_0101_0101_0101) + (halves.last & 0x0101_0101_0101_0101)
      return Int((ones &* 0x0101_0101_0101_0101) >> 56)
    }

    /// Those among the first bytes, up to a number of them from 0 to 16.
    @inlinable @inline(__always)
    public func prefix(_ limit: Int) -> Subset {
      let places = SIMD16<UInt8>(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
      return Subset(mask .& (places .< SIMD16(repeating: UInt8(limit))))
    }

    /// The bytes that do not belong to it.
    @inlinable @inline(__always)
    public static prefix func ! (subset: Subset) -> Subset { Subset(.!subset.mask) }

    /// The bytes of either.
    @inlinable @inline(__always)
    public static func | (one: Subset, other: Subset) -> Subset { Subset(one.mask .| other.mask) }

    /// The bytes of both.
    @inlinable @inline(__always)
    public static func & (one: Subset, other: Subset) -> Subset { Subset(one.mask .& other.mask) }

    /// The bytes of just one of them.
    @inlinable @inline(__always)
    public func differing(from other: Subset) -> Subset { Subset(mask .^ other.mask) }

    /// The bytes of one that are not in the other.
    @inlinable @inline(__always)
    public static func - (one: Subset, other: Subset) -> Subset {
      Subset(one.mask .& .!other.mask)
    }
  }

  /// The bytes that are a certain one.
  @inlinable @inline(__always)
  public func equal(to byte: UInt8) -> Subset { Subset(bytes .== SIMD16(repeating: byte)) }

  /// The bytes from one to another.
  @inlinable @inline(__always)
  public func within(_ range: ClosedRange<UInt8>) -> Subset {
    let length = range.upperBound &- range.lowerBound
    return Subset(bytes &- SIMD16(repeating: range.lowerBound) .<= SIMD16(repeating: length))
  }

  /// The bytes that differ from those of another text.
  @inlinable @inline(__always)
  public func differing(from other: SixteenBytes) -> Subset { Subset(bytes .!= other.bytes) }

  /// The bytes with a bit set in each: letters of ASCII become small ones with 0x20.
  @inlinable @inline(__always)
  public func setting(_ bit: UInt8) -> SixteenBytes {
    SixteenBytes(bytes | SIMD16(repeating: bit))
  }

  @inlinable @inline(__always)
  init(_ bytes: SIMD16<UInt8>) { self.bytes = bytes }
}
