// SPDX-License-Identifier: GPL-2.0-or-later

internal import ArgumentParser

/// The option of all commands that write what stands in plans.
package struct RedactionOption: ParsableArguments {
  @Flag(
    help: "Replace e-mail addresses, telephone and personal identity numbers, and officials' names."
  )
  package var redact = false

  package init() {}
}
