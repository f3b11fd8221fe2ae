// SPDX-License-Identifier: GPL-2.0-or-later

internal import FileAccess

/// A file of the output folder that a library writes by its name: elsewhere, until it is whole.
final class FileOnItsWay {
  /// The name that it gets in the end.
  let path: String
  /// The name that it has until then.
  let temporaryPath: String

  init(to name: String, in folder: RunFolder) {
    path = "\(folder.path)/\(name)"
    // The folder is this run's alone, and is cleared by the next one.
    temporaryPath = "\(folder.temporaryFolder)/\(name).part"
  }

  deinit { FileSystem.remove(temporaryPath) }

  /// Gives the file its name.
  func arrive() throws(ConversionFailure) {
    do throws(FileSystemError) {
      try AtomicFile.move(temporaryPath, to: path)
    } catch {
      throw .unwritable(path, error)
    }
  }
}
