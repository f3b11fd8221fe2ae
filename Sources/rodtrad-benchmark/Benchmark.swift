// SPDX-License-Identifier: GPL-2.0-or-later

@preconcurrency internal import Glibc
internal import PlanExport
internal import PlanPipeline
internal import PlanReading
internal import SectionTokenization

/// The part of `scripts/benchmark` that is measured inside one process.
///
/// Writes one line a round and file, separated by tabs. For a PDF: the file, its pages, and the
/// seconds of CPU time of poppler's text and of the whole conversion. For a text: the file, its
/// bytes, and the seconds of the conversion. For a converted plan (.json): the file, its bytes, and
/// the seconds of reading it back.
@main
struct Benchmark {
  let converter: PlanConverter
  let exporter = JSONPlanExporter(style: .indented)

  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let rounds = arguments.first.flatMap({ Int($0) }), arguments.count > 1 else {
      print("usage: rodtrad-benchmark ROUNDS FILE...")
      exit(64)
    }
    let benchmark = Benchmark(converter: PlanConverter(try VocabularyIndex(try .stockholm())))
    let files = try arguments.dropFirst().map { try BenchmarkFile(path: $0) }
    // The first round warms caches and is not reported.
    for round in 0...rounds {
      for file in files {
        let line = try benchmark.measure(file, popplerFirst: round.isMultiple(of: 2))
        if round > 0 { print(line) }
      }
    }
  }

  private func measure(_ file: BenchmarkFile, popplerFirst: Bool) throws -> String {
    if file.path.hasSuffix(".json") {
      let seconds = try cpuSeconds { _ = try JSONPlanReader().plan(from: file.bytes) }
      return "\(file.path)\t\(file.bytes.count)\t\(seconds)"
    }
    guard file.isPDF else {
      return "\(file.path)\t\(file.bytes.count)\t\(try cpuSeconds { try convert(file) })"
    }
    // They change places from round to round, so that neither always finds the caches warm.
    var pages = 0
    let before = popplerFirst ? try cpuSeconds { pages = try PopplerText.read(file.bytes) } : nil
    let conversion = try cpuSeconds { try convert(file) }
    let poppler = try before ?? cpuSeconds { pages = try PopplerText.read(file.bytes) }
    return "\(file.path)\t\(pages)\t\(poppler)\t\(conversion)"
  }

  private func convert(_ file: BenchmarkFile) throws {
    // The digest is no part of reading a plan, and other users of the library bring their own.
    let plan = try converter.plan(
      from: file.bytes, fileName: file.path, digest: String(repeating: "0", count: 64))
    guard !exporter.bytes(for: plan).isEmpty else { throw BenchmarkError.noOutput(file.path) }
  }
}

/// Why nothing could be measured.
enum BenchmarkError: Error {
  case unreadable(String)
  case noOutput(String)
}

/// The seconds of CPU time of this process, which other processes do not disturb as they do the
/// clock on the wall.
func cpuSeconds(of work: () throws -> Void) rethrows -> Double {
  let start = cpuTime()
  try work()
  return cpuTime() - start
}

private func cpuTime() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
