// SPDX-License-Identifier: GPL-2.0-or-later

/// Identifiers of the elements of one plan's document: the same for the same input, and unlike those
/// of any other.
struct StratMLIdentifiers {
  /// SHA-256 of the plan's source, in hexadecimal digits.
  let sourceDigest: String
  /// SHA-256 of bytes, in hexadecimal digits.
  let sha256: @Sendable ([UInt8]) -> String

  /// The identifier of an element by its place in the plan, such as "goal 1/1.4".
  ///
  /// A UUID of version 8 (RFC 9562) from the SHA-256 of the source's digest and the place, after an
  /// underscore, since the name of an XML element's identity must not begin with a digit.
  func identifier(of place: String) -> String {
    var digits = Array(sha256(Array("\(sourceDigest) \(place)".utf8)).utf8.prefix(32))
    guard digits.count == 32 else { return "_" }
    digits[12] = UInt8(ascii: "8")
    // The two highest bits of this digit are 1 and 0.
    digits[16] = Array("89ab".utf8)[Int(digits[16]) & 3]
    let groups = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { range in
      String(decoding: digits[range], as: UTF8.self)
    }
    return "_" + groups.joined(separator: "-")
  }
}
