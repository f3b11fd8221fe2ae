// SPDX-License-Identifier: GPL-2.0-or-later

internal import CommandLineSupport
@preconcurrency internal import Glibc
internal import PlanPipeline
internal import ProcessIsolation

/// Shows on standard error how far a run has come: a bar on a terminal, a line now and then
/// elsewhere.
final class RunProgressPrinter {
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private var stage = RunProgress.Stage.reading
  private var stageStartSeconds = MonotonicClock.seconds
  private var lastSeconds: Double
  private var barIsShown = false

  /// How long a run may go without a sign of life.
  private static let secondsBetweenLines = 5.0
  private static let secondsBetweenBars = 0.1
  private static let barWidth = 24

  init() { lastSeconds = stageStartSeconds }

  /// Shows it, where it is time.
  func show(_ progress: RunProgress) {
    let now = MonotonicClock.seconds
    if progress.stage != stage {
      stage = progress.stage
      stageStartSeconds = now
    }
    guard now - lastSeconds >= (isTerminal ? Self.secondsBetweenBars : Self.secondsBetweenLines),
      progress.total > 0
    else { return }
    lastSeconds = now
    let figures = Self.figures(progress, seconds: now - stageStartSeconds)
    guard isTerminal else { return Console.message(figures) }
    let filled = Self.barWidth * progress.done / max(progress.total, 1)
    let bar =
      String(repeating: "█", count: filled)
      + String(repeating: "░", count: Self.barWidth - filled)
    let file = progress.pathInHand.map { "  \($0)" } ?? ""
    let line = Console.withoutControls("\(bar) \(figures)\(file)")
    Console.control("\r\u{1B}[K\(line.prefix(Self.terminalWidth - 1))")
    barIsShown = true
  }

  /// Takes the bar away, so that a message can stand in its place.
  func clear() {
    guard barIsShown else { return }
    Console.control("\r\u{1B}[K")
    barIsShown = false
  }

  /// "512 of 2000, 23/s, 1 min 5 s left, 3 failed".
  static func figures(_ progress: RunProgress, seconds: Double) -> String {
    var parts = ["\(words(for: progress.stage))\(progress.done) of \(progress.total)"]
    if progress.done > 0, seconds > 0 {
      let rate = Double(progress.done) / seconds
      parts.append(rate >= 10 ? "\(Int(rate))/s" : "\((rate * 10).rounded() / 10)/s")
      let left = Double(progress.total - progress.done) / rate
      parts.append("\(Duration.text(seconds: left)) left")
    }
    if progress.failed > 0 { parts.append("\(progress.failed) failed") }
    return parts.joined(separator: ", ")
  }

  /// What a stage's figures begin with; they count inputs where it says nothing.
  private static func words(for stage: RunProgress.Stage) -> String {
    switch stage {
    case .reading: "looking for what is new: "
    case .converting: ""
    case .collecting: "reading earlier results: "
    case .gathering: "gathering all plans: "
    }
  }

  private static var terminalWidth: Int {
    var size = winsize()
    // Where the terminal does not tell, the width that all have had.
    guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }
}

extension Duration {
  /// "4 s", "1 min 5 s", "2 h 3 min".
  static func text(seconds: Double) -> String {
    let whole = Int(min(seconds.rounded(.up), 1e9))
    switch whole {
    case ..<60: return "\(whole) s"
    case ..<3_600: return "\(whole / 60) min \(whole % 60) s"
    default: return "\(whole / 3_600) h \(whole % 3_600 / 60) min"
    }
  }
}
