// SPDX-License-Identifier: GPL-2.0-or-later

internal import CNettle

/// SHA-256 of bytes, 64 lower-case hexadecimal digits.
package func sha256(of bytes: [UInt8]) -> String {
  var digest = ContentDigest()
  digest.update(with: bytes)
  return digest.hexadecimal
}

/// SHA-256 of bytes that come in parts.
package struct ContentDigest {
  private var context = sha256_ctx()

  /// Begins with no bytes.
  package init() { nettle_sha256_init(&context) }

  /// Takes more bytes in.
  package mutating func update(with bytes: [UInt8]) {
    nettle_sha256_update(&context, bytes.count, bytes)
  }

  /// The digest of the bytes so far, 64 lower-case hexadecimal digits; begins anew.
  package var hexadecimal: String {
    mutating get {
      let digits = Array("0123456789abcdef".utf8)
      let text = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
      return String(decoding: text, as: UTF8.self)
    }
  }

  /// The same as Base64 (RFC 4648, section 4), as content security policies have it; begins anew.
  package var base64: String {
    mutating get {
      let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
      let digest = bytes
      var text: [UInt8] = []
      for start in stride(from: 0, to: digest.count, by: 3) {
        let group = digest[start..<min(start + 3, digest.count)]
        let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
        for place in 0..<4 {
          text.append(
            place > group.count ? UInt8(ascii: "=") : digits[bits >> (6 * (3 - place)) & 63])
        }
      }
      return String(decoding: text, as: UTF8.self)
    }
  }

  private var bytes: [UInt8] {
    mutating get {
      var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
      nettle_sha256_digest(&context, digest.count, &digest)
      return digest
    }
  }
}
