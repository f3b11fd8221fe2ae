// SPDX-License-Identifier: GPL-2.0-or-later

/// Cleans raw characters into the text of a line: one place for what both importers must agree on.
///
/// Soft hyphens, control and direction characters go; every kind of space becomes a word break;
/// ligatures (U+FB00–U+FB06), which are a matter of fonts, become their letters, and the hyphens
/// U+2010 and U+2011 the one on the keyboard.
public struct LineTextBuilder {
  /// The text so far, in UTF-8.
  public private(set) var utf8: [UInt8] = []
  /// Whether the last character that came was a soft hyphen.
  public private(set) var endsInsideWord = false
  private var breakIsPending = false

  /// Creates an empty builder.
  public init() { utf8.reserveCapacity(160) }

  /// How many bytes the text has, a pending space not counted.
  public var utf8Count: Int { utf8.count }

  /// Forgets everything, keeping the storage.
  public mutating func removeAll() {
    utf8.removeAll(keepingCapacity: true)
    endsInsideWord = false
    breakIsPending = false
  }

  /// Ends the word in hand; the next letter begins a new one.
  public mutating func breakWord() {
    breakIsPending = true
  }

  /// Adds a character below U+0080.
  ///
  /// - Returns: Whether it became part of the text.
  @discardableResult
  private mutating func append(ascii byte: UInt8) -> Bool {
    if Self.isPrinted(byte) {
      flushBreak()
      utf8.append(byte)
      return true
    }
    // NUL and the other controls are no text; white space among them separates words.
    if byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) { breakIsPending = true }
    return false
  }

  /// Adds characters that all are printed ones of ASCII (``isPrinted(_:)``).
  public mutating func append(printed bytes: UnsafeBufferPointer<UInt8>) {
    guard !bytes.isEmpty else { return }
    flushBreak()
    utf8.append(contentsOf: bytes)
  }

  /// Whether a byte is a character of ASCII that is printed, and no space.
  @inline(__always)
  public static func isPrinted(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F }

  /// Adds a character from U+0080 up.
  ///
  /// - Returns: Whether it became part of the text.
  @discardableResult
  public mutating func append(_ scalar: Unicode.Scalar) -> Bool {
    if Self.isSpace(scalar) {
      breakIsPending = true
      return false
    }
    switch scalar.value {
    case 0..<0x80:
      return append(ascii: UInt8(scalar.value))
    case 0xAD:
      endsInsideWord = true
      return false
    case 0x80...0x9F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB:
      return false
    case 0x2010, 0x2011:
      // Hyphens that fonts and writers tell apart and words do not. After a soft hyphen it is what
      // the soft hyphen looks like at the line's end.
      return endsInsideWord ? false : append(ascii: UInt8(ascii: "-"))
    case 0xFB00...0xFB06:
      for letter in Self.ligatures[Int(scalar.value - 0xFB00)].utf8 { append(ascii: letter) }
      return true
    default:
      flushBreak()
      utf8.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      return true
    }
  }

  /// Whether a character from U+0080 up is white space.
  @inline(__always)
  public static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  private static let ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]

  @inline(__always)
  private mutating func flushBreak() {
    if breakIsPending && !utf8.isEmpty { utf8.append(0x20) }
    breakIsPending = false
    endsInsideWord = false
  }
}
