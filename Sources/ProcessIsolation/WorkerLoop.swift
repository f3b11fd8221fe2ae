// SPDX-License-Identifier: GPL-2.0-or-later

internal import FileAccess

/// What runs inside a worker: a request in, an answer out, until the parent hangs up.
struct WorkerLoop {
  /// The stream to the parent.
  let descriptor: Int32
  let answer: ([UInt8]) -> [UInt8]

  /// Serves the parent to the end of its requests.
  func run() throws(FileSystemError) {
    while let length = MessageFrame.length(
      header: try ByteStream.read(MessageFrame.headerSize, from: descriptor), limit: Int.max)
    {
      let request = try ByteStream.read(length, from: descriptor)
      guard request.count == length else { return }
      try ByteStream.write(MessageFrame.bytes(of: answer(request)), to: descriptor)
    }
  }
}
