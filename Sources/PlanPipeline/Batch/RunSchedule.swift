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
    var firstByDigest: [String: Int] = [:]
    let maker = options.maker
    decisions = inputs.indices.map { index in
      if let digest = digests[index] {
        if let first = firstByDigest[digest] { return .duplicate(of: first) }
        firstByDigest[digest] = index
      }
      let input = inputs[index]
      guard !options.isForced, let entry = journal[input.file], entry.maker == maker,
        let digest = digests[index], entry.sha256 == digest, let output = entry.output,
        output.planID == input.planID, output.path == Self.outputPath(of: input, options),
        folder.holds(output)
      else { return .convert }
      return .keep(output)
    }
  }

  /// Where the JSON of an input's plan goes, below the output folder.
  static func outputPath(of input: RunInput, _ options: ConversionOptions) -> String {
    options.writesJSON
      ? "\(input.planID).json" : "\(RunFolder.hiddenPlans)/\(input.planID).json"
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
