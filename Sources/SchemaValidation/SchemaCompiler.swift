// SPDX-License-Identifier: GPL-2.0-or-later

internal import JSONScanning

/// Turns a schema's JSON into nodes, and refuses what the validator would not honour.
struct SchemaCompiler {
  private typealias Node = JSONSchema.Node

  private var nodes: [JSONSchema.Node] = []
  private var indexes: [String: Int] = [:]
  private var references: [(node: Int, target: String)] = []

  /// The nodes of a schema, the root first.
  mutating func nodes(of schema: JSONValue) throws(SchemaError) -> [JSONSchema.Node] {
    _ = try compile(schema, at: "")
    for (node, target) in references {
      guard target.first == "#", let index = indexes[String(target.dropFirst())] else {
        throw .unresolvedReference(target, pointer: nodes[node].pointer)
      }
      nodes[node].reference = index
    }
    try refuseEndlessReferences()
    return nodes
  }

  private mutating func compile(
    _ schema: JSONValue, at pointer: String
  ) throws(SchemaError) -> Int {
    let index = nodes.count
    nodes.append(Node(pointer: pointer))
    indexes[pointer] = index
    switch schema {
    case .boolean(let allows): nodes[index].forbidsAll = !allows
    case .object(let keywords):
      for (key, value) in keywords.sorted(by: { $0.key < $1.key }) {
        let keyword = Keyword(name: key.string, value: value, pointer: pointer)
        try add(keyword, to: index)
      }
      try addCondition(of: keywords, to: index)
    default: throw .notASchema(pointer: pointer)
    }
    return index
  }

  private mutating func add(_ keyword: Keyword, to index: Int) throws(SchemaError) {
    switch keyword.name {
    case "$schema", "$id", "$comment", "title", "description", "examples", "default", "format":
      break
    case "$ref": references.append((index, try keyword.string()))
    case "$defs", "properties", "additionalProperties", "propertyNames", "items", "allOf", "anyOf",
      "oneOf":
      try addSubschemas(of: keyword, to: index)
    case "if", "then", "else": break
    case "type", "enum", "const", "required", "uniqueItems", "pattern":
      try addAssertion(keyword, to: index)
    case "minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems":
      try addLimit(keyword, to: index)
    default: throw .unknownKeyword(keyword.name, pointer: keyword.pointer)
    }
  }

  private mutating func addSubschemas(
    of keyword: Keyword, to index: Int
  ) throws(SchemaError) {
    switch keyword.name {
    case "$defs": _ = try map(keyword)
    case "properties": nodes[index].properties = try map(keyword)
    case "additionalProperties": nodes[index].additionalProperties = try single(keyword)
    case "propertyNames": nodes[index].propertyNames = try single(keyword)
    case "items": nodes[index].items = try single(keyword)
    case "allOf": nodes[index].allOf = try list(keyword)
    case "anyOf": nodes[index].anyOf = try list(keyword)
    default: nodes[index].oneOf = try list(keyword)
    }
  }

  private mutating func addAssertion(_ keyword: Keyword, to index: Int) throws(SchemaError) {
    switch keyword.name {
    case "type": nodes[index].types = try keyword.types()
    case "enum": nodes[index].enumeration = try keyword.array()
    case "const": nodes[index].constant = keyword.value
    case "required": nodes[index].required = try keyword.texts()
    case "uniqueItems": nodes[index].uniqueItems = try keyword.boolean()
    default: nodes[index].pattern = try keyword.pattern()
    }
  }

  private mutating func addLimit(_ keyword: Keyword, to index: Int) throws(SchemaError) {
    switch keyword.name {
    case "minimum": nodes[index].minimum = try keyword.number()
    case "maximum": nodes[index].maximum = try keyword.number()
    case "minLength": nodes[index].minLength = try keyword.count()
    case "maxLength": nodes[index].maxLength = try keyword.count()
    case "minItems": nodes[index].minItems = try keyword.count()
    default: nodes[index].maxItems = try keyword.count()
    }
  }

  private mutating func addCondition(
    of keywords: [JSONText: JSONValue], to index: Int
  ) throws(SchemaError) {
    let pointer = nodes[index].pointer
    guard let test = keywords[JSONText("if")] else {
      // Without "if" the others assert nothing; here that can only be a mistake.
      for name in ["then", "else"] where keywords[JSONText(name)] != nil {
        throw .malformedKeyword(name, pointer: pointer)
      }
      return
    }
    var condition = JSONSchema.Condition(test: try compile(test, at: pointer + "/if"))
    if let consequence = keywords[JSONText("then")] {
      condition.consequence = try compile(consequence, at: pointer + "/then")
    }
    if let alternative = keywords[JSONText("else")] {
      condition.alternative = try compile(alternative, at: pointer + "/else")
    }
    nodes[index].condition = condition
  }

  private mutating func single(_ keyword: Keyword) throws(SchemaError) -> Int {
    try compile(keyword.value, at: keyword.pointer + "/" + keyword.name)
  }

  private mutating func list(_ keyword: Keyword) throws(SchemaError) -> [Int] {
    var indexes: [Int] = []
    for (position, schema) in try keyword.array().enumerated() {
      indexes.append(try compile(schema, at: "\(keyword.pointer)/\(keyword.name)/\(position)"))
    }
    return indexes
  }

  private mutating func map(_ keyword: Keyword) throws(SchemaError) -> [JSONText: Int] {
    var indexes: [JSONText: Int] = [:]
    for (key, schema) in try keyword.object().sorted(by: { $0.key < $1.key }) {
      let token = JSONPointer.token(key.string)
      indexes[key] = try compile(schema, at: "\(keyword.pointer)/\(keyword.name)/\(token)")
    }
    return indexes
  }

  private func refuseEndlessReferences() throws(SchemaError) {
    var isDone = Array(repeating: false, count: nodes.count)
    var isOpen = isDone
    func visit(_ index: Int) throws(SchemaError) {
      guard !isDone[index] else { return }
      guard !isOpen[index] else { throw .endlessReference(pointer: nodes[index].pointer) }
      isOpen[index] = true
      for next in nodes[index].inPlace { try visit(next) }
      isDone[index] = true
    }
    for index in nodes.indices { try visit(index) }
  }
}

/// A keyword of a schema with its value as the types that keywords need.
private struct Keyword {
  var name: String
  var value: JSONValue
  /// Where the schema that has the keyword stands.
  var pointer: String

  private var malformed: SchemaError { .malformedKeyword(name, pointer: pointer) }

  func string() throws(SchemaError) -> String {
    guard case .string(let text) = value else { throw malformed }
    return text.string
  }

  func boolean() throws(SchemaError) -> Bool {
    guard case .boolean(let boolean) = value else { throw malformed }
    return boolean
  }

  func number() throws(SchemaError) -> Double {
    guard case .number(let number) = value else { throw malformed }
    return number
  }

  func count() throws(SchemaError) -> Int {
    guard let count = Int(exactly: try number()), count >= 0 else { throw malformed }
    return count
  }

  func array() throws(SchemaError) -> [JSONValue] {
    guard case .array(let elements) = value else { throw malformed }
    return elements
  }

  func object() throws(SchemaError) -> [JSONText: JSONValue] {
    guard case .object(let members) = value else { throw malformed }
    return members
  }

  func texts() throws(SchemaError) -> [JSONText] {
    var texts: [JSONText] = []
    for element in try array() {
      guard case .string(let text) = element else { throw malformed }
      texts.append(text)
    }
    return texts
  }

  func types() throws(SchemaError) -> [JSONSchema.InstanceType] {
    var names: [JSONText] = []
    if case .string(let name) = value { names = [name] } else { names = try texts() }
    let types = names.compactMap { JSONSchema.InstanceType(rawValue: $0.string) }
    guard !types.isEmpty, types.count == names.count else { throw malformed }
    return types
  }

  func pattern() throws(SchemaError) -> String {
    let pattern = try string()
    guard SchemaPattern(pattern) != nil else { throw malformed }
    return pattern
  }
}
