// SPDX-License-Identifier: GPL-2.0-or-later

internal import CNettle

/// SHA-256 of bytes, 64 lower-case hexadecimal digits.
package func sha256(of bytes: [UInt8]) -> String {
  var digest = ContentDigest()
  digest.update(with: bytes)
  return digest.hexadecimal
}

/// SHA-256 of bytes that come in parts.
struct ContentDigest {
  private var context = sha256_ctx()

  /// Begins with no bytes.
  init() { nettle_sha256_init(&context) }

  mutating func update(with bytes: [UInt8]) {
    nettle_sha256_update(&context, bytes.count, bytes)
  }

  /// The digest of the bytes so far, 64 lower-case hexadecimal digits; begins anew.
  var hexadecimal: String {
    mutating get {
      var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
      nettle_sha256_digest(&context, digest.count, &digest)
      let digits = Array("0123456789abcdef".utf8)
      let text = digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
      return String(decoding: text, as: UTF8.self)
    }
  }
}
