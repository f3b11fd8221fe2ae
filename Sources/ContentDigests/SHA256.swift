// SPDX-License-Identifier: GPL-2.0-or-later

internal import CNettle

/// SHA-256 of bytes, 64 lower-case hexadecimal digits.
package func sha256(of bytes: [UInt8]) -> String {
  let digits = Array("0123456789abcdef".utf8)
  let text = sha256Bytes(of: bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
  return String(decoding: text, as: UTF8.self)
}

/// SHA-256 of bytes as Base64 (RFC 4648, section 4), as content security policies have it.
package func sha256Base64(of bytes: [UInt8]) -> String {
  let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  let digest = sha256Bytes(of: bytes)
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

private func sha256Bytes(of bytes: [UInt8]) -> [UInt8] {
  var context = sha256_ctx()
  nettle_sha256_init(&context)
  nettle_sha256_update(&context, bytes.count, bytes)
  var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
  nettle_sha256_digest(&context, digest.count, &digest)
  return digest
}
