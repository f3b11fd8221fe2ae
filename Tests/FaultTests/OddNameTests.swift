// SPDX-License-Identifier: GPL-2.0-or-later

import Foundation
import TestSupport
import Testing

/// Names that file systems allow, and things in folders that are no files.
struct OddNameTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(ExamplePlan.text, to: "in/good.txt")
  }

  private func convert(status: Int32) throws -> RunRecord {
    let run = try RunningProgram(["convert", "in", "-o", "out", "-q"], in: folder)
    #expect(run.wait() == status)
    return try RunRecord(in: folder)
  }

  /// Makes a file in `in` by the bytes of its name, since Foundation changes some names.
  private func write(_ name: [UInt8], _ number: Int) throws {
    let path = Array("\(folder.path)/in/".utf8) + name + [0]
    let descriptor = path.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { pointer in
        pointer.baseAddress.map { open($0, O_WRONLY | O_CREAT | O_EXCL, 0o600) } ?? -1
      }
    }
    try #require(descriptor >= 0, "errno \(errno)")
    defer { close(descriptor) }
    let text = Array(ExamplePlan.text(number).utf8)
    #expect(Glibc.write(descriptor, text, text.count) == text.count)
  }

  @Test(
    "a plan is converted whatever its name is",
    arguments: [
      "en plan.txt", " .txt ", "tab\tb.txt", "två\nrader.txt", "klocka\u{7}.txt", "\"citat\",;.txt",
      "$(touch x).txt", "--output.txt", "-.txt", "\u{301}accent.txt", "\u{202E}txt.nalp.txt",
      "a\\b.txt",
      "%2e%2e%2f.txt", "COM1.txt", "run.txt", "failures.txt", "😀.txt", "a\r\n.txt", "=1+1.txt",
    ])
  func name(_ name: String) throws {
    try write(Array(name.utf8), 1)
    guard name.hasSuffix(".txt") else {
      #expect(try convert(status: 0).counts.converted == 1)
      return
    }
    let record = try convert(status: 0)
    #expect(record.counts.converted == 2)
    let input = try #require(
      record.inputs.first { Array($0.file.utf8) == Array("../in/\(name)".utf8) })
    let output = try #require(input.output)
    let plan = try JSONSerialization.jsonObject(with: Data(folder.bytes(of: "out/\(output.path)")))
    let source = (plan as? [String: Any])?["source"] as? [String: Any]
    #expect((source?["fileName"] as? String).map { Array($0.utf8) } == Array(name.utf8))
    #expect(try RunRecord(in: folder).failureCodes == [:])
  }

  @Test("names that differ only in how å ä ö are written are two plans")
  func normalization() throws {
    try write(Array("för.txt".utf8), 1)
    try write(Array("fo\u{308}r.txt".utf8), 2)
    let record = try convert(status: 0)
    #expect(record.counts.converted == 3)
    #expect(Set(record.inputs.compactMap { $0.output.map { Array($0.path.utf8) } }).count == 3)
    let plans = try folder.outputs().filter { $0.hasSuffix(".json") }
    #expect(plans.count == 4)
    #expect(try convert(status: 0).counts.unchanged == 3)
  }

  @Test("the longest name that there is gives an output with a name that there can be")
  func longestName() throws {
    try write([UInt8](repeating: 0x61, count: 251) + Array(".txt".utf8), 1)
    try write(Array(String(repeating: "å", count: 125).utf8) + Array("b.txt".utf8), 2)
    let record = try convert(status: 0)
    #expect(record.counts.converted == 3)
    for output in record.inputs.compactMap(\.output) { #expect(output.path.utf8.count <= 255) }
  }

  @Test("a name that is not UTF-8 is reported, also beside the name that it is shown as")
  func invalidName() throws {
    try write([0x61, 0xFF] + Array(".txt".utf8), 1)
    try write(Array("a\u{FFFD}.txt".utf8), 2)
    try write([0xC3, 0x28], 3)
    let record = try convert(status: 2)
    #expect(record.counts.converted == 2)
    #expect(record.problems.map(\.failure.code) == ["unreadable-file", "unreadable-file"])
    #expect(
      try FailureTable(in: folder).files.sorted() == ["../in/a\u{FFFD}.txt", "../in/\u{FFFD}("])
  }

  @Test("what is no file in the folder is reported and left alone")
  func noFiles() throws {
    try folder.write(ExamplePlan.text(1), to: "outside/plan.txt")
    func path(_ name: String) -> String { folder.url.appendingPathComponent(name).path }
    let links = [
      ("out-of-it.txt", "../outside/plan.txt"), ("nowhere.txt", "nothing"),
      ("null.pdf", "/dev/null"),
      ("zero.txt", "/dev/zero"), ("itself.txt", "itself.txt"), ("folder.pdf", "../outside"),
    ]
    for (name, target) in links {
      try FileManager.default.createSymbolicLink(
        atPath: path("in/\(name)"), withDestinationPath: target)
    }
    #expect(mkfifo(path("in/pipe.txt"), 0o600) == 0)
    try makeSocket("in/socket.pdf")
    try FileManager.default.createSymbolicLink(
      atPath: path("in/inside.txt"), withDestinationPath: "good.txt")
    let record = try convert(status: 2)
    let reported = record.problems.map { String($0.file.dropFirst("../in/".count)) }
    #expect(reported.sorted() == (links.map(\.0) + ["pipe.txt", "socket.pdf"]).sorted())
    #expect(try FailureTable(in: folder).files.sorted() == reported.map { "../in/\($0)" }.sorted())
    #expect(record.counts.converted == 1)
  }

  private func makeSocket(_ name: String) throws {
    let socket = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    // A path as short as the address wants it.
    let path = "/tmp/\(getpid()).sock"
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    let status = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(socket, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    try #require(status == 0)
    try FileManager.default.moveItem(
      atPath: path, toPath: folder.url.appendingPathComponent(name).path)
  }

  @Test(
    "a folder that nobody may read is reported",
    .disabled(if: getuid() == 0, "the superuser may read every folder"))
  func unreadableFolder() throws {
    try folder.write(ExamplePlan.text(1), to: "in/shut/plan.txt")
    let path = folder.url.appendingPathComponent("in/shut").path
    chmod(path, 0)
    defer { chmod(path, 0o700) }
    #expect(try convert(status: 2).problems.map(\.failure.code) == ["unreadable-folder"])
  }
}
