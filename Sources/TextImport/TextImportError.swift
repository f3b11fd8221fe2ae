// SPDX-License-Identifier: GPL-2.0-or-later

/// Why a text file gave no lines.
public enum TextImportError: Error, Sendable, Hashable {
  /// The file has no bytes, or nothing but white space.
  case empty
  /// The bytes are not text in any encoding that is read.
  case notText
}
