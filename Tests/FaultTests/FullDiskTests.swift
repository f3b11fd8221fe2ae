// SPDX-License-Identifier: GPL-2.0-or-later

import Foundation
import TestSupport
import Testing

/// Runs that have no room for what they write.
struct FullDiskTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try LongRun.write(pdfCount: 2, textCount: 10, to: folder)
  }

  private func shell(_ command: String) throws -> (status: Int32?, errors: String) {
    let run = try RunningProgram(
      ["-c", command, Rodtrad.program.path], in: folder, program: URL(fileURLWithPath: "/bin/sh"))
    return (run.wait(), try run.errorText())
  }

  private func expectResumed() throws {
    #expect(try shell("exec \"$0\" convert in -o calm -q").status == 2)
    #expect(try shell("exec \"$0\" convert in -o out -q").status == 2)
    let calm = try OutputTree(of: "calm", in: folder)
    #expect(try OutputTree(in: folder).differences(from: calm) == [])
    #expect(try folder.fileNames(in: "out/.rodtrad/tmp") == [])
  }

  @Test("files that may not grow end the run with the reason, and nothing half stands there")
  func sizeLimit() throws {
    // In units of 512 bytes: a plan of the corpus needs more, a small plan less.
    let outcome = try shell("ulimit -f 40; exec \"$0\" convert in -o out -q")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("cannot be written (File too large)"))
    try expectResumed()
  }

  @Test(
    "a full disk ends the run with the reason, and with more room the same command does the rest",
    .enabled(if: getuid() == 0, "only the superuser can mount a small disk"))
  func fullDisk() throws {
    let out = folder.url.appendingPathComponent("out").path
    try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
    guard try shell("mount -t tmpfs -o size=160k rodtrad-test out").status == 0 else {
      try Test.cancel("this system lets nobody mount a disk")
    }
    defer { _ = try? shell("umount out") }
    let outcome = try shell("exec \"$0\" convert in -o out -q")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("cannot be written (No space left on device)"))
    #expect(outcome.errors.contains("free some space and run again"))
    #expect(try shell("mount -o remount,size=64m out").status == 0)
    try expectResumed()
  }
}
