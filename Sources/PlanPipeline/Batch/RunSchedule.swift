// SPDX-License-Identifier: GPL-2.0-or-later

internal import FileAccess

/// What is to be done with each input of a run.
struct RunSchedule {
  enum Decision {
    /// It was done before, by the same program with the same options, and its output is there.
    case keep(PlanOutput)
    case convert
    /// It has the same bytes as an earlier input, whose index this is.
    case duplicate(of: Int)
  }

  /// What makes two inputs the same: a text that is named .pdf is refused, and must not stand for
  /// one that is named .txt.
  private struct Content: Hashable {
    var digest: String
    var isNamedPDF: Bool
  }

  /// One for each input.
  let decisions: [Decision]

  /// Decides.
  ///
  /// - Parameters:
  ///   - inputs: The inputs, in order.
  ///   - digests: The SHA-256 of those that are known.
  ///   - journal: What was done before.
  ///   - folder: Where the outputs lie.
  ///   - options: What the run is to do.
  init(
    inputs: [RunInput], digests: [String?], journal: RunJournal, folder: RunFolder,
    options: ConversionOptions
  ) {
    var firstByContent: [Content: Int] = [:]
    let maker = options.maker
    decisions = inputs.indices.map { index in
      if let digest = digests[index] {
        let content = Content(digest: digest, isNamedPDF: inputs[index].isNamedPDF)
        if let first = firstByContent[content] { return .duplicate(of: first) }
        firstByContent[content] = index
      }
      let input = inputs[index]
      guard !options.isForced, let entry = journal[input.file], entry.maker == maker,
        let digest = digests[index], entry.sha256 == digest, let output = entry.output,
        output.planID == input.planID, Self.isInPlace(output, of: input, options),
        let stamp = folder.stamp(of: output.path), stamp == output.stamp
      else { return .convert }
      return .keep(output)
    }
  }

  /// The outputs that are there, but that somebody may have changed since they were written.
  static func touchedOutputs(
    of inputs: [RunInput], journal: RunJournal, folder: RunFolder
  ) -> [(file: String, output: PlanOutput, stamp: FileStamp)] {
    inputs.compactMap { input in
      guard let output = journal[input.file]?.output, let stamp = folder.stamp(of: output.path),
        stamp != output.stamp, stamp.byteCount == output.byteCount
      else { return nil }
      return (input.file, output, stamp)
    }
  }

  /// Where the JSON of an input's plan goes, below the output folder.
  static func outputPath(of input: RunInput, _ options: ConversionOptions) -> String {
    options.writesJSON
      ? visiblePath(of: input) : "\(RunFolder.hiddenPlans)/\(visiblePath(of: input))"
  }

  private static func visiblePath(of input: RunInput) -> String { "\(input.planID).json" }

  /// Whether an output lies where this run would put it; one that an earlier run showed may stay.
  private static func isInPlace(
    _ output: PlanOutput, of input: RunInput, _ options: ConversionOptions
  ) -> Bool {
    output.path == outputPath(of: input, options)
      || !options.writesJSON && output.path == visiblePath(of: input)
  }

  /// The digests that the journal knows: of inputs that nobody has touched since they were read.
  static func knownDigests(of inputs: [RunInput], journal: RunJournal) -> [String?] {
    inputs.map { input in
      guard let entry = journal[input.file], let stamp = input.stamp, entry.stamp == stamp else {
        return nil
      }
      return entry.sha256
    }
  }

  /// The inputs that must be read to know whether they were converted before, or are the same as
  /// others: two files can only be the same where their sizes are.
  static func inputsToDigest(
    _ inputs: [RunInput], digests: [String?], journal: RunJournal
  ) -> [Int] {
    var countBySize: [Int: Int] = [:]
    for stamp in inputs.compactMap(\.stamp) { countBySize[stamp.byteCount, default: 0] += 1 }
    return inputs.indices.filter { index in
      guard digests[index] == nil, let size = inputs[index].stamp?.byteCount else { return false }
      return countBySize[size, default: 0] > 1 || journal[inputs[index].file]?.sha256 != nil
    }
  }
}
