// SPDX-License-Identifier: GPL-2.0-or-later

internal import FileAccess

/// What runs inside a worker: a request in, an answer out, until the parent hangs up.
struct WorkerLoop {
  /// The stream to the parent.
  let descriptor: Int32
  let answer: ([UInt8]) -> [UInt8]

  /// Serves the parent to the end of its requests.
  func run() throws(FileSystemError) {
    while let request = try Self.nextRequest(from: descriptor) {
      let answer = answer(request)
      try ByteStream.write(MessageFrame.header(of: answer), answer, to: descriptor)
    }
  }

  /// The next request of the parent; nil where it has hung up.
  static func nextRequest(from descriptor: Int32) throws(FileSystemError) -> [UInt8]? {
    let header = try ByteStream.read(MessageFrame.headerSize, from: descriptor)
    guard let length = MessageFrame.length(header: header, limit: Int.max) else { return nil }
    let request = try ByteStream.read(length, from: descriptor)
    return request.count == length ? request : nil
  }
}
