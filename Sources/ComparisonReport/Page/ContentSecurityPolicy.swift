// SPDX-License-Identifier: GPL-2.0-or-later

import ContentDigests

/// Lets a page use its own style sheet and script, told by their hashes, and nothing else at all.
struct ContentSecurityPolicy: Sendable, Hashable {
  /// The policy as the `Content-Security-Policy` header has it.
  let text: String

  init(style: [UInt8], script: [UInt8]) {
    text =
      "default-src 'none'; style-src '\(Self.hash(of: style))';"
      + " script-src '\(Self.hash(of: script))'; base-uri 'none'; form-action 'none'"
  }

  /// A source expression (CSP 3, section 2.3.1): the name of the digest and its base64.
  private static func hash(of bytes: [UInt8]) -> String {
    var digest = ContentDigest()
    digest.update(with: bytes)
    return "sha256-" + digest.base64
  }
}
