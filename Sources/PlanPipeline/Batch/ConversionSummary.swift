// SPDX-License-Identifier: GPL-2.0-or-later

/// What became of all inputs of a run.
public struct ConversionSummary: Sendable {
  /// Inputs that gave a plan in this run.
  public var converted = 0
  /// Inputs that had been converted before and are the same.
  public var unchanged = 0
  /// Inputs with the same bytes as another, which stands for them.
  public var duplicates = 0
  /// Of the plans of this run's inputs, those with warnings or errors in their diagnostics.
  public var withRemarks = 0
  /// Of the plans of this run's inputs, those without a goal: other documents, or other labels.
  public var withoutGoals = 0
  /// Inputs that gave none, by the code of the reason.
  public var failuresByCode: [String: Int] = [:]
  /// Inputs that were not begun or not finished, since the user ended the run.
  public var pending = 0
  /// Whether the user let the run come to its end: all inputs are through, and all files written.
  public var isComplete = false
  /// Pages of the plans of this run's inputs.
  public var pages = 0
  /// Words of the plans' sources.
  public var words = 0
  /// How long the run took, in seconds on the wall clock.
  public var seconds = 0.0
  /// Inputs of earlier runs that are gone, as paths from the output folder.
  public var vanished: [String] = []
  /// Outputs that no input gives any more, as paths below the output folder.
  public var leftovers: [String] = []
  /// Files of other formats that are in the output folder, and that this run did not write, as paths
  /// below it.
  public var outOfDate: [String] = []
  /// How many outputs were taken away.
  public var pruned = 0
  /// Whether the workers could do more than answer, since the system filters no calls.
  public var isUnfiltered = false

  /// Creates a summary of nothing.
  public init() {}

  /// Inputs that gave no plan.
  public var failed: Int { failuresByCode.values.reduce(0, +) }

  mutating func addPlan(_ figures: PlanFigures) {
    if figures.remarkCount > 0 { withRemarks += 1 }
    if figures.goalCount == 0 { withoutGoals += 1 }
    pages += figures.pageCount
    words += figures.wordCount
  }
}

/// What became of one input.
public enum ConversionOutcome: Sendable {
  case converted(PlanFigures)
  case failed(ConversionFailure)
  /// The input has the same bytes as the one at this path.
  case duplicate(of: String)
}

/// How far a run has come.
public struct RunProgress: Sendable {
  /// What a run is at.
  public enum Stage: Sendable {
    /// Looking which inputs are new, and which are the same as others.
    case reading
    case converting
    /// Reading back plans that were converted before, for the tables of all plans.
    case collecting
    /// Taking all plans into the formats that are made of them together.
    case gathering
  }

  /// What it is at now.
  public var stage = Stage.converting
  /// What the stage has to do: inputs or plans.
  public var total = 0
  /// Those of them that are done.
  public var done = 0
  /// Those of the done ones that failed.
  public var failed = 0
  /// The path of an input in hand, or nil.
  public var pathInHand: String?
}

/// What a run tells while it goes.
public struct RunObserver {
  /// Called once for each input that is done in this run, as it is done.
  let finished: (_ path: String, ConversionOutcome) -> Void
  /// Called several times a second.
  let progressed: (RunProgress) -> Void

  /// Creates an observer.
  public init(
    finished: @escaping (_ path: String, ConversionOutcome) -> Void,
    progressed: @escaping (RunProgress) -> Void
  ) {
    self.finished = finished
    self.progressed = progressed
  }
}
