// SPDX-License-Identifier: GPL-2.0-or-later

/// A bad input: its name says what is wrong with it.
struct FaultFile {
  let name: String
  let bytes: [UInt8]

  init(_ name: String, _ bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  init(_ name: String, _ text: String) {
    self.init(name, Array(text.utf8))
  }
}
