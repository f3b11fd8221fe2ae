// SPDX-License-Identifier: GPL-2.0-or-later

internal import ContentDigests
@preconcurrency internal import Glibc
internal import FileAccess
internal import PlanExport
internal import PlanModel

/// Describes the CSV tables of a run, which are there already.
final class DataPackageRunExporter: RunExporter {
  private let folder: RunFolder
  private let tables: [RunTable]
  private var package: DataPackage

  /// How much of a table is read at once.
  private static let readSize = 1 << 18

  init(folder: RunFolder, options: ConversionOptions) {
    self.folder = folder
    tables = options.tables.tables
    package = DataPackage(generator: PlanConverter.generator, licence: options.licence)
  }

  func add(_ plan: CollectedPlan) {
    package.add(plan.plan, planID: plan.planID)
  }

  func finish() throws(ConversionFailure) {
    var files: [DataPackage.TableFile] = []
    for table in tables { if let file = try describe(table) { files.append(file) } }
    try folder.write(package.bytes(describing: files)[...], to: DataPackage.fileName)
    try folder.write(package.webBytes(describing: files)[...], to: DataPackage.webFileName)
  }

  /// The facts of a table's file; nil for what is no table of plans.
  private func describe(_ table: RunTable) throws(ConversionFailure) -> DataPackage.TableFile? {
    guard case .csv(let content, let dialect, _) = table else { return nil }
    let path = "\(folder.path)/\(table.fileName)"
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unwritable(path, .last) }
    defer { close(descriptor) }
    var digest = ContentDigest()
    var byteCount = 0
    do throws(FileSystemError) {
      while true {
        let bytes = try ByteStream.read(Self.readSize, from: descriptor)
        guard !bytes.isEmpty else { break }
        digest.update(with: bytes)
        byteCount += bytes.count
      }
    } catch {
      throw .unwritable(path, error)
    }
    return DataPackage.TableFile(
      table: content, dialect: dialect, path: table.fileName, byteCount: byteCount,
      sha256: digest.hexadecimal)
  }
}
