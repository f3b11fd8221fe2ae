// SPDX-License-Identifier: GPL-2.0-or-later

/// Sixteen bytes of a text, all looked at at once: what ``EightBytes`` are, for what goes over all
/// bytes of a document.
///
/// What is told of them is told by marks. Asking a mask of `SIMD16` for all or any of its lanes goes
/// lane by lane; its bits as two numbers do not.
@frozen
public struct SixteenBytes {
  /// The first byte in the first lane.
  public let lanes: SIMD16<UInt8>

  @inlinable @inline(__always)
  init(_ lanes: SIMD16<UInt8>) { self.lanes = lanes }

  /// Takes the bytes at an offset; nil where fewer than sixteen are left.
  @inlinable @inline(__always)
  public init?(_ text: UnsafeRawBufferPointer, at offset: Int) {
    guard offset >= 0, offset <= text.count &- 16 else { return nil }
    lanes = text.loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)
  }

  /// Takes the first bytes of a text, with 0 for those that a shorter one lacks.
  @inlinable @inline(__always)
  public init(beginning text: UnsafeRawBufferPointer) {
    if let sixteen = SixteenBytes(text, at: 0) {
      self = sixteen
      return
    }
    // The last bytes have in their end those that the first ones lack.
    let count = text.count
    var halves = SIMD2<UInt64>()
    if count >= 8 {
      let last = text.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
      halves[0] = UInt64(littleEndian: text.loadUnaligned(as: UInt64.self))
      halves[1] = UInt64(littleEndian: last) >> UInt64(8 &* (16 &- count))
    } else if count >= 4 {
      let first = text.loadUnaligned(as: UInt32.self)
      let last = text.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)
      halves[0] =
        UInt64(UInt32(littleEndian: first))
        | UInt64(UInt32(littleEndian: last)) &<< UInt64(8 &* (count &- 4))
    } else {
      for offset in 0..<count { halves[0] |= UInt64(text[offset]) &<< UInt64(8 &* offset) }
    }
    self.init(halves: halves)
  }

  @inlinable @inline(__always)
  init(halves: SIMD2<UInt64>) {
    let littleEndian = SIMD2(halves[0].littleEndian, halves[1].littleEndian)
    lanes = unsafeBitCast(littleEndian, to: SIMD16<UInt8>.self)
  }

  /// The bytes one place further on, after a 0; the last one is left out.
  @inlinable @inline(__always)
  public var movedOn: SixteenBytes {
    let halves = unsafeBitCast(lanes, to: SIMD2<UInt64>.self)
    let low = UInt64(littleEndian: halves[0])
    let high = UInt64(littleEndian: halves[1])
    return SixteenBytes(halves: SIMD2(low &<< 8, high &<< 8 | low &>> 56))
  }

  /// The bytes that are a certain one.
  @inlinable @inline(__always)
  public func equal(to byte: UInt8) -> Subset { Subset(lanes .== SIMD16(repeating: byte)) }

  /// The bytes from one to another.
  @inlinable @inline(__always)
  public func within(_ range: ClosedRange<UInt8>) -> Subset {
    let length = range.upperBound &- range.lowerBound
    return Subset(lanes &- SIMD16(repeating: range.lowerBound) .<= SIMD16(repeating: length))
  }

  /// The bytes from U+0080 up.
  @inlinable @inline(__always)
  public var beyondASCII: Subset { Subset(marks: lanes) }

  /// The bytes that go on with a character of several bytes.
  @inlinable @inline(__always)
  public var innerBytes: Subset { Subset(marks: lanes & ~(lanes &+ lanes)) }

  /// The bytes that begin a character of several bytes.
  @inlinable @inline(__always)
  public var leadBytes: Subset { Subset(marks: lanes & (lanes &+ lanes)) }

  /// The bytes that differ from those of another text.
  @inlinable @inline(__always)
  public func differing(from other: SixteenBytes) -> Subset {
    Subset(lanes .!= other.lanes)
  }

  /// The bytes with a bit set in each: letters of ASCII become small ones with 0x20.
  @inlinable @inline(__always)
  public func setting(_ bit: UInt8) -> SixteenBytes { SixteenBytes(lanes | bit) }

  /// The bytes that capitals of ASCII, Latin-1 and Latin Extended-A begin with, and some others: all
  /// that have their second highest bit and lack the third, 0x40–0x5F and 0xC0–0xDF.
  @inlinable @inline(__always)
  public var capitalBeginnings: Subset {
    // Sums of a byte with itself move its bits by one.
    let twice = lanes &+ lanes
    return Subset(marks: twice & ~(twice &+ twice))
  }

  /// A part of sixteen bytes: those that have a property.
  @frozen
  public struct Subset {
    /// The high bit of each byte that belongs to it; the other bits tell nothing.
    @usableFromInline let marks: SIMD16<UInt8>

    @inlinable @inline(__always)
    init(marks: SIMD16<UInt8>) { self.marks = marks }

    @inlinable @inline(__always)
    init(_ mask: SIMDMask<SIMD16<Int8>>) {
      marks = unsafeBitCast(mask, to: SIMD16<UInt8>.self)
    }

    /// No byte.
    @inlinable @inline(__always)
    public init() { marks = SIMD16() }

    /// All bytes but some of the first, whose number is from 0 to 16.
    @inlinable @inline(__always)
    public init(allBut first: Int) {
      let places = SIMD16<UInt8>(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
      marks = places &+ SIMD16(repeating: 0x80 &- UInt8(truncatingIfNeeded: first))
    }

    /// The first bytes, from 0 to 16 of them.
    @inlinable @inline(__always)
    public init(first count: Int) { marks = ~Subset(allBut: count).marks }

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
    public static prefix func ! (subset: Subset) -> Subset { Subset(marks: ~subset.marks) }

    /// The bytes of just one of them.
    @inlinable @inline(__always)
    public static func ^ (one: Subset, other: Subset) -> Subset {
      Subset(marks: one.marks ^ other.marks)
    }

    /// The first eight bytes and the last eight as numbers, the first byte of each lowest, in which
    /// just the high bits are set of those that belong to it.
    @inlinable @inline(__always)
    public var halves: (first: UInt64, last: UInt64) {
      let halves = unsafeBitCast(marks & 0x80, to: SIMD2<UInt64>.self)
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
        ? halves.first.trailingZeroBitCount : 64 &+ halves.last.trailingZeroBitCount
      return bits / 8
    }

    /// How many bytes belong to it.
    @inlinable @inline(__always)
    public var count: Int {
      // Each byte of the sum is 2 at most, and the product has the sum of all in its highest one.
      let ones = halves.first &>> 7 &+ halves.last &>> 7
      return Int(truncatingIfNeeded: (ones &* 0x0101_0101_0101_0101) &>> 56)
    }

    /// Whether something is so of the place of one of them, counted from 0.
    @inlinable @inline(__always)
    public func contains(where isSo: (Int) -> Bool) -> Bool {
      var (first, last) = halves
      while first != 0 {
        if isSo(first.trailingZeroBitCount / 8) { return true }
        first &= first &- 1
      }
      while last != 0 {
        if isSo(8 &+ last.trailingZeroBitCount / 8) { return true }
        last &= last &- 1
      }
      return false
    }
  }
}
