// SPDX-License-Identifier: GPL-2.0-or-later

internal import FileAccess
internal import ProcessIsolation

/// What became of one input, as the journal of the output folder keeps it.
struct RunEntry: Hashable {
  enum Outcome: Hashable {
    case converted(PlanOutput)
    case failed(ConversionFailure)
    /// The same bytes as another input, named by its ``RunEntry/file``.
    case duplicate(of: String)
  }

  /// The path from the output folder to the input, so that both may move together.
  var file: String
  /// The input as it was when it was read; nil where there was no file.
  var stamp: FileStamp?
  /// The SHA-256 of the input, or nil where it was not read to its end.
  var sha256: String?
  /// What the outcome depends on besides the input: see ``ConversionRun/maker``.
  var maker: String
  /// How long it took, on the wall clock.
  var milliseconds: Int
  var outcome: Outcome

  var output: PlanOutput? {
    if case .converted(let output) = outcome { output } else { nil }
  }

  var failure: ConversionFailure? {
    if case .failed(let failure) = outcome { failure } else { nil }
  }

  /// Why the input has no plan of its own, or nil where it has one.
  var reason: ConversionFailure? {
    switch outcome {
    case .converted: nil
    case .failed(let failure): failure
    case .duplicate(let original):
      ConversionFailure(
        code: "duplicate-input", fact: "it is the same file as \(original), which stands for both",
        advice: "nothing, or leave one of them out")
    }
  }
}

/// The JSON document of a plan in the output folder.
struct PlanOutput: Hashable {
  /// The plan's name in the tables.
  var planID: String
  /// The path below the output folder.
  var path: String
  var byteCount: Int
  var sha256: String
  var figures: PlanFigures
}

extension RunEntry {
  func write(to fields: inout FieldWriter) {
    fields.write(file)
    fields.write(stamp == nil ? 0 : 1)
    stamp?.write(to: &fields)
    fields.write(sha256 ?? "")
    fields.write(maker)
    fields.write(milliseconds)
    switch outcome {
    case .converted(let output):
      fields.write(0)
      output.write(to: &fields)
    case .failed(let failure):
      fields.write(1)
      failure.write(to: &fields)
    case .duplicate(let file):
      fields.write(2)
      fields.write(file)
    }
  }

  init(from fields: inout FieldReader) throws(MalformedFields) {
    file = try fields.text()
    stamp = try fields.integer() == 0 ? nil : FileStamp(from: &fields)
    let digest = try fields.text()
    sha256 = digest.isEmpty ? nil : digest
    maker = try fields.text()
    milliseconds = try fields.integer()
    switch try fields.integer() {
    case 0: outcome = .converted(try PlanOutput(from: &fields))
    case 1: outcome = .failed(try ConversionFailure(from: &fields))
    case 2: outcome = .duplicate(of: try fields.text())
    default: throw MalformedFields()
    }
  }
}

extension PlanOutput {
  fileprivate func write(to fields: inout FieldWriter) {
    fields.write(planID)
    fields.write(path)
    fields.write(byteCount)
    fields.write(sha256)
    figures.write(to: &fields)
  }

  fileprivate init(from fields: inout FieldReader) throws(MalformedFields) {
    planID = try fields.text()
    path = try fields.text()
    byteCount = try fields.integer()
    sha256 = try fields.text()
    figures = try PlanFigures(from: &fields)
    // The journal may have come with a folder from anywhere, and what it names may be removed.
    guard Self.staysInFolder(path) else { throw MalformedFields() }
  }

  /// Whether a path leads to a file below the folder that it starts from, links aside.
  static func staysInFolder(_ path: String) -> Bool {
    path.hasSuffix(".json") && !path.hasPrefix("/")
      && !path.split(separator: "/").contains("..")
  }
}

extension FileStamp {
  fileprivate func write(to fields: inout FieldWriter) {
    for number in [byteCount, modified, changed, inode] { fields.write(number) }
  }

  fileprivate init(from fields: inout FieldReader) throws(MalformedFields) {
    self.init(
      byteCount: try fields.integer(), modified: try fields.integer(),
      changed: try fields.integer(), inode: try fields.integer())
  }
}
