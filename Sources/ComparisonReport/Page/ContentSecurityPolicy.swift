// SPDX-License-Identifier: GPL-2.0-or-later

internal import CGLib

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
    var digest = [UInt8](repeating: 0, count: 32)
    var length = gsize(digest.count)
    guard let checksum = g_checksum_new(G_CHECKSUM_SHA256) else {
      // GLib returns null only for an unknown kind of checksum.
      preconditionFailure("GLib has no SHA-256")
    }
    defer { g_checksum_free(checksum) }
    g_checksum_update(checksum, bytes, gssize(bytes.count))
    g_checksum_get_digest(checksum, &digest, &length)
    guard let encoded = g_base64_encode(digest, length) else {
      preconditionFailure("GLib aborts where it has no memory")
    }
    defer { g_free(encoded) }
    return "sha256-" + String(cString: encoded)
  }
}
