// SPDX-License-Identifier: GPL-2.0-or-later

internal import ArchiveCommandLine

@main
struct Entry {
  static func main() {
    ArchiveProgram.run()
  }
}
