// SPDX-License-Identifier: GPL-2.0-or-later

internal import CGLib
internal import CSHA256

/// SHA-256 of bytes, 64 lower-case hexadecimal digits.
package func sha256(of bytes: [UInt8]) -> String {
  ContentDigest.processorHasSHA256 ? ContentDigest.byProcessor(bytes) : ContentDigest.byGLib(bytes)
}

/// The two ways to a SHA-256, which give the same.
package enum ContentDigest {
  /// Whether ``byProcessor(_:)`` may be called.
  package static let processorHasSHA256 = sha256_has_instructions()

  private static let blockSize = 64
  /// FIPS 180-4, section 5.3.3.
  private static let initialState: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab,
    0x5be0_cd19,
  ]

  /// By instructions of the processor, six times as fast as GLib.
  package static func byProcessor(_ bytes: [UInt8]) -> String {
    var state = initialState
    let wholeBlocks = bytes.count / blockSize
    sha256_compress(&state, bytes, wholeBlocks)
    // What is left, a one bit, and the length in bits at the end of the last block.
    var end = Array(bytes[(wholeBlocks * blockSize)...]) + [0x80]
    let lengthSize = 8
    while (end.count + lengthSize) % blockSize != 0 { end.append(0) }
    let bitCount = UInt64(bytes.count) * 8
    end += (0..<lengthSize).map { UInt8(truncatingIfNeeded: bitCount >> (56 - 8 * $0)) }
    sha256_compress(&state, end, end.count / blockSize)
    return hexadecimal(state)
  }

  private static func hexadecimal(_ state: [UInt32]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    let text = state.flatMap { word in
      (0..<8).map { digits[Int(word >> (28 - 4 * UInt32($0)) & 0xF)] }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// By GLib, on any processor.
  package static func byGLib(_ bytes: [UInt8]) -> String {
    guard let digest = g_compute_checksum_for_data(G_CHECKSUM_SHA256, bytes, gsize(bytes.count))
    else {
      // GLib returns null only for an unknown kind of checksum.
      preconditionFailure("GLib has no SHA-256")
    }
    defer { g_free(digest) }
    return String(cString: digest)
  }
}
