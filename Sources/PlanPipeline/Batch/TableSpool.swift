// SPDX-License-Identifier: GPL-2.0-or-later

internal import FileAccess
@preconcurrency internal import Glibc

/// Keeps the plans' shares of the tables on disk, in the order in which they come, until all are
/// there and the tables can be written in theirs.
final class TableSpool {
  private struct Place {
    var offset: Int
    var byteCount: Int
  }

  private let folder: RunFolder
  private let tables: [RunTable]
  private let path: String
  private let descriptor: Int32
  private var size = 0
  /// For each plan the places of its shares, one a table.
  private var placesByPlan: [PathKey: [Place]] = [:]

  private static let copySize = 1 << 18

  init(tables: [RunTable], folder: RunFolder) throws(ConversionFailure) {
    self.folder = folder
    self.tables = tables
    path = "\(folder.temporaryFolder)/spool"
    descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .unwritable(path, .last) }
    // Nobody needs its name, and so nothing of it stays whatever happens.
    unlink(path)
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Keeps one plan's shares, in the order of the tables.
  func append(_ shares: [ArraySlice<UInt8>], planID: String) throws(ConversionFailure) {
    var places: [Place] = []
    for share in shares {
      do {
        try ByteStream.write(share, to: descriptor)
      } catch {
        throw .unwritable(path, error)
      }
      places.append(Place(offset: size, byteCount: share.count))
      size += share.count
    }
    placesByPlan[PathKey(planID)] = places
  }

  /// Writes the tables, each with the plans in the order of their names.
  func writeTables() throws(ConversionFailure) {
    let plans = placesByPlan.sorted { precedes($0.key.path, $1.key.path) }
    for (index, table) in tables.enumerated() {
      let target = "\(folder.path)/\(table.fileName)"
      do throws(FileSystemError) {
        if let slash = target.utf8.lastIndex(of: UInt8(ascii: "/")) {
          try FileSystem.makeFolder(String(target[..<slash]))
        }
        let file = try AtomicFile(path: target, temporaryFolder: folder.temporaryFolder)
        try file.write(table.header)
        for (_, places) in plans { try copy(places[index], to: file) }
        try file.commit()
      } catch {
        throw .unwritable(target, error)
      }
    }
  }

  private func copy(_ place: Place, to file: AtomicFile) throws(FileSystemError) {
    var offset = place.offset
    let end = place.offset + place.byteCount
    while offset < end {
      guard lseek(descriptor, off_t(offset), SEEK_SET) >= 0 else { throw .last }
      let bytes = try ByteStream.read(min(Self.copySize, end - offset), from: descriptor)
      guard !bytes.isEmpty else { throw FileSystemError(errorNumber: EIO) }
      try file.write(bytes)
      offset += bytes.count
    }
  }
}
