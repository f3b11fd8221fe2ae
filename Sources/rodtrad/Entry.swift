// SPDX-License-Identifier: GPL-2.0-or-later

internal import RodtradCommandLine

@main
struct Entry {
  static func main() {
    Program.run()
  }
}
