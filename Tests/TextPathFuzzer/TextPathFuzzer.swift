// SPDX-License-Identifier: GPL-2.0-or-later

import TestSupport

/// What is tried; nil only where the program was built with a broken vocabulary or schema.
private let path = try? TextPath()

/// Tries one input of libFuzzer, whose `main` makes them up; a program that stops here is a finding.
///
/// - Returns: 0, as libFuzzer asks.
@_cdecl("LLVMFuzzerTestOneInput")
public func tryInput(start: UnsafePointer<UInt8>?, count: Int) -> Int32 {
  guard let path else { fatalError("the vocabulary or the schema cannot be read") }
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  if let breach = path.breach(by: bytes) { fatalError("\(breach)") }
  return 0
}
