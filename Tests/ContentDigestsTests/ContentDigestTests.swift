// SPDX-License-Identifier: GPL-2.0-or-later

import ContentDigests
import Testing

struct ContentDigestTests {
  /// The examples of FIPS 180-4: no block, part of one, and two.
  private static let examples = [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ]

  @Test("the digest is SHA-256", arguments: examples)
  func standard(text: String, digest: String) {
    #expect(sha256(of: Array(text.utf8)) == digest)
  }

  @Test("the digest in Base64 is what content security policies have")
  func base64() {
    var digest = ContentDigest()
    for part in ["a", "bc"] { digest.update(with: Array(part.utf8)) }
    #expect(digest.base64 == "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=")
  }
}
