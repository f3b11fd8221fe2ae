// SPDX-License-Identifier: GPL-2.0-or-later

import Foundation
import NativeThreads
import Testing

struct NativeThreadTests {
  /// The cores that the calling thread may run on, as the kernel writes them.
  private static func cores() -> String? {
    let status = try? String(contentsOfFile: "/proc/thread-self/status", encoding: .utf8)
    return status?.split(separator: "\n").first { $0.hasPrefix("Cpus_allowed:") }.map(String.init)
  }

  @Test("what came of a thread's work is there when it is done")
  func value() throws {
    let thread = try #require(
      NativeThread(callerGoesOn: false) { (1...1_000_000).reduce(0, +) })
    #expect(thread.value == 500_000_500_000)
    #expect(thread.value == 500_000_500_000)
  }

  @Test("a thread may run on all cores of its caller, and so may the caller afterwards")
  func cores() throws {
    for _ in 0..<50 {
      let before = Self.cores()
      #expect(before != nil)
      let thread = try #require(NativeThread(callerGoesOn: true) { Self.cores() })
      #expect(Self.cores() == before)
      #expect(thread.value == before)
    }
  }
}
