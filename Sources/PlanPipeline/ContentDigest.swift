// SPDX-License-Identifier: GPL-2.0-or-later

internal import CGLib

/// SHA-256 of bytes, 64 lower-case hexadecimal digits.
package func sha256(of bytes: [UInt8]) -> String {
  guard let digest = g_compute_checksum_for_data(G_CHECKSUM_SHA256, bytes, gsize(bytes.count))
  else {
    // GLib returns null only for an unknown kind of checksum.
    preconditionFailure("GLib has no SHA-256")
  }
  defer { g_free(digest) }
  return String(cString: digest)
}
