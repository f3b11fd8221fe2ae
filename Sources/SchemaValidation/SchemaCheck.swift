// SPDX-License-Identifier: GPL-2.0-or-later

internal import JSONScanning

/// One run of a schema over one instance.
struct SchemaCheck {
  /// Something that breaks the schema, with what tells a near miss from another form altogether.
  private struct Finding {
    enum Keyword {
      case type, constant, other
    }

    var violation: SchemaViolation
    var keyword: Keyword
    /// How many keys lead to the place.
    var depth: Int

    /// Whether it says that the value at `formDepth` has not this form at all: it is of another
    /// type, or its own constant ("type": "paragraph") is another.
    func isWrongForm(at formDepth: Int) -> Bool {
      switch keyword {
      case .type: depth == formDepth
      case .constant: depth <= formDepth + 1
      case .other: false
      }
    }
  }

  private let schema: JSONSchema
  private let limit: Int
  private var patterns: [String: SchemaPattern] = [:]
  private var path: [String] = []
  private var findings: [Finding] = []

  /// Prepares a run that stops looking when it has found `limit` violations.
  init(schema: JSONSchema, limit: Int) {
    self.schema = schema
    self.limit = limit
  }

  /// The first violations in the instance, parents before children, keys in order.
  mutating func violations(in instance: JSONValue) -> [SchemaViolation] {
    check(instance, against: 0)
    return findings.prefix(limit).map(\.violation)
  }

  private mutating func check(_ value: JSONValue, against index: Int) {
    guard findings.count < limit else { return }
    let node = schema.nodes[index]
    guard !node.forbidsAll else {
      report("is not allowed here")
      return
    }
    if let reference = node.reference { check(value, against: reference) }
    guard checkForm(of: value, against: node) else { return }
    switch value {
    case .number(let number): check(number, against: node)
    case .string(let text): check(text.string, against: node)
    case .array(let elements): check(elements, against: node)
    case .object(let members): check(members, against: node)
    case .null, .boolean: break
    }
    for part in node.allOf { check(value, against: part) }
    if !node.anyOf.isEmpty { checkForms(node.anyOf, of: value, mayFitSeveral: true) }
    if !node.oneOf.isEmpty { checkForms(node.oneOf, of: value, mayFitSeveral: false) }
    checkCondition(of: node, value)
  }

  /// Whether the value has the type and is one of the constants that the node wants.
  private mutating func checkForm(of value: JSONValue, against node: JSONSchema.Node) -> Bool {
    guard node.types.isEmpty || node.types.contains(where: { $0.includes(value) }) else {
      let wanted = node.types.map(\.phrase).joined(separator: " or ")
      let fact = Self.isBeyondIntegers(value) ? ", which 64 bits do not hold" : ""
      report("is \(Self.typePhrase(of: value))\(fact), must be \(wanted)", .type)
      return false
    }
    if let constant = node.constant, constant != value {
      report("is \(value.brief), must be \(constant.brief)", .constant)
      return false
    }
    if let enumeration = node.enumeration, !enumeration.contains(value) {
      let wanted = enumeration.map(\.brief).joined(separator: ", ")
      report("is \(value.brief), must be one of \(wanted)")
      return false
    }
    return true
  }

  private static func isBeyondIntegers(_ value: JSONValue) -> Bool {
    guard case .number(let number) = value else { return false }
    return number.rounded() == number && Int(exactly: number) == nil
  }

  private static func typePhrase(of value: JSONValue) -> String {
    // The value itself says more than its type where it is short.
    switch value {
    case .null, .array, .object: value.brief
    case .boolean, .number, .string: "the \(typeName(of: value)) \(value.brief)"
    }
  }

  private static func typeName(of value: JSONValue) -> String {
    switch value {
    case .boolean: "boolean"
    case .number: "number"
    default: "string"
    }
  }

  private mutating func check(_ number: Double, against node: JSONSchema.Node) {
    if let minimum = node.minimum, number < minimum {
      report("is \(JSONValue.number(number).brief), below \(JSONValue.number(minimum).brief)")
    }
    if let maximum = node.maximum, number > maximum {
      report("is \(JSONValue.number(number).brief), above \(JSONValue.number(maximum).brief)")
    }
  }

  private mutating func check(_ text: String, against node: JSONSchema.Node) {
    if node.minLength != nil || node.maxLength != nil {
      let length = text.unicodeScalars.count
      if let minLength = node.minLength, length < minLength {
        report("has \(length) characters, must have at least \(minLength)")
      }
      if let maxLength = node.maxLength, length > maxLength {
        report("has \(length) characters, must have at most \(maxLength)")
      }
    }
    if let pattern = node.pattern, !matches(text, pattern) {
      report("is \(JSONValue.string(JSONText(text)).brief), must match \(pattern)")
    }
  }

  private mutating func matches(_ text: String, _ pattern: String) -> Bool {
    // A Regex is not Sendable, so that each run makes its own from the checked text.
    if patterns[pattern] == nil { patterns[pattern] = SchemaPattern(pattern) }
    return patterns[pattern]?.matches(text) ?? false
  }

  private mutating func check(_ elements: [JSONValue], against node: JSONSchema.Node) {
    if let minItems = node.minItems, elements.count < minItems {
      report("has \(elements.count) elements, must have at least \(minItems)")
    }
    if let maxItems = node.maxItems, elements.count > maxItems {
      report("has \(elements.count) elements, must have at most \(maxItems)")
    }
    if node.uniqueItems {
      var seen: Set<JSONValue> = []
      for (index, element) in elements.enumerated() where !seen.insert(element).inserted {
        report("is \(element.brief), which occurs before", below: String(index))
      }
    }
    guard let items = node.items else { return }
    for (index, element) in elements.enumerated() {
      descend(to: String(index)) { $0.check(element, against: items) }
    }
  }

  private mutating func check(_ members: [JSONText: JSONValue], against node: JSONSchema.Node) {
    for key in node.required where members[key] == nil {
      report("lacks \(JSONValue.string(key).brief)")
    }
    let hasMemberSchemas =
      !node.properties.isEmpty || node.additionalProperties != nil || node.propertyNames != nil
    guard hasMemberSchemas else { return }
    for (key, value) in members.sorted(by: { $0.key < $1.key }) {
      descend(to: key.string) { run in
        if let names = node.propertyNames { run.check(.string(key), against: names) }
        if let property = node.properties[key] ?? node.additionalProperties {
          run.check(value, against: property)
        }
      }
    }
  }

  private mutating func checkCondition(of node: JSONSchema.Node, _ value: JSONValue) {
    guard let condition = node.condition else { return }
    let holds = collect { $0.check(value, against: condition.test) }.isEmpty
    if let branch = holds ? condition.consequence : condition.alternative {
      check(value, against: branch)
    }
  }

  /// Checks `anyOf` and `oneOf`: reports what is wrong with the one form that the value is meant
  /// to have, where its types and constants tell which, and else that no form fits.
  private mutating func checkForms(
    _ forms: [Int], of value: JSONValue, mayFitSeveral: Bool
  ) {
    var misses: [[Finding]] = []
    for form in forms {
      let found = collect { $0.check(value, against: form) }
      if !found.isEmpty { misses.append(found) }
    }
    let fits = forms.count - misses.count
    guard fits == 0 else {
      if fits > 1 && !mayFitSeveral {
        report("fits \(fits) of the \(forms.count) forms allowed here, must fit one")
      }
      return
    }
    let nearMisses = misses.filter { !$0.contains { $0.isWrongForm(at: path.count) } }
    if nearMisses.count == 1 {
      findings += nearMisses[0]
    } else {
      report("fits none of the \(forms.count) forms allowed here")
    }
  }

  /// What `look` finds, apart from what has been found before.
  private mutating func collect(_ look: (inout SchemaCheck) -> Void) -> [Finding] {
    let before = findings
    findings = []
    look(&self)
    defer { findings = before }
    return findings
  }

  private mutating func descend(to key: String, _ look: (inout SchemaCheck) -> Void) {
    path.append(key)
    look(&self)
    path.removeLast()
  }

  private mutating func report(_ message: String, _ keyword: Finding.Keyword = .other) {
    guard findings.count < limit else { return }
    let pointer = path.map { "/" + JSONPointer.token($0) }.joined()
    let violation = SchemaViolation(instancePath: pointer, message: message)
    findings.append(Finding(violation: violation, keyword: keyword, depth: path.count))
  }

  private mutating func report(_ message: String, below key: String) {
    descend(to: key) { $0.report(message) }
  }
}
