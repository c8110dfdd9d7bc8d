import Foundation
import TestSupport
import Testing

@testable import CoachJSONL

/// The published form of the contract, `man/coach-jsonl.5`, and both codecs say the same.
@Suite struct ManualTests {
  let page: ManualPage

  init() throws { page = try ManualPage("coach-jsonl.5") }

  @Test func thePageHasATableForEveryType() {
    let types = RecordType.allCases.map(\.rawValue)
    #expect(page.subsections(of: "RECORDS").filter(types.contains) == types)
    #expect(FilledRecord.all.map(\.name) == types)
  }

  @Test(arguments: FilledRecord.all)
  func theFieldsAreThoseOfBothCodecs(_ record: FilledRecord) throws {
    let fields = try page.fields(of: record.name).map(\.path)
    let (line, properties) = try record.rewrite(record.line)
    #expect(line == record.line)
    #expect(try JSON(parsing: line).paths == ["type"] + fields)
    #expect(properties == fields)
    #expect(try record.mirror(record.line) == ["type"] + fields)
  }

  @Test(arguments: FilledRecord.all)
  func whatMayBeMissingIsWhatThePageSays(_ record: FilledRecord) throws {
    let full = try JSON(parsing: record.line)
    for field in try page.fields(of: record.name) {
      let absent = full.setting(field.steps, to: nil).compact
      let null = full.setting(field.steps, to: .null).compact
      for line in [absent, null] {
        let isRead = succeeds { _ = try record.rewrite(line) }
        #expect(isRead == (field.presence != .required), "\(record.name).\(field)")
        let isWritten = succeeds { _ = try record.mirror(line) }
        #expect(isWritten == (field.presence == .optional), "\(record.name).\(field)")
      }
    }
  }

  @Test(arguments: FilledRecord.all)
  func theLeastRecordIsReadByBoth(_ record: FilledRecord) throws {
    let fields = try page.fields(of: record.name)
    let least = fields.filter { $0.presence == .optional }
      .reduce(try JSON(parsing: record.line)) { $0.setting($1.steps, to: nil) }
    let written = try JSON(parsing: try record.rewrite(least.compact).line)
    _ = try record.mirror(written.compact)
    // What has nothing to say is left out, but for two members of an assessment.
    let nulls = written.members.filter { $0.value == .null }.map(\.key)
    #expect(nulls == (record.name == "assessment" ? ["focusId", "score"] : []))
    let kept = nulls.reduce(written) { $0.setting([$1], to: nil) }
    #expect(kept == least)
  }

  @Test(arguments: FilledRecord.all)
  func theTypesAreThoseOfBothCodecs(_ record: FilledRecord) throws {
    let full = try JSON(parsing: record.line)
    for field in try page.fields(of: record.name) {
      #expect(full.values(at: field.steps).allSatisfy { isOf(field.type, $0) }, "\(field)")
      let other: JSON = field.type == "object" ? .number("1") : .object([])
      let line = full.setting(field.steps, to: other).compact
      #expect(throws: (any Error).self, "\(field)") { try record.rewrite(line) }
      #expect(throws: (any Error).self, "\(field)") { try record.mirror(line) }
      try check(field, of: record, full)
    }
  }

  private func isOf(_ type: String, _ value: JSON) -> Bool {
    switch value {
    case .null: false
    case .bool: type == "boolean"
    case .number: ["integer", "time", "number"].contains(type)
    case .string: ["text", "id", "trigger"].contains(type) || type.contains("|")
    case .object: type == "object"
    case .array(let elements):
      type.hasSuffix("[]") && elements.allSatisfy { isOf(String(type.dropLast(2)), $0) }
    }
  }

  /// What only the suite's codec holds: words, ranges, ids and times.
  private func check(_ field: ManualPage.Field, of record: FilledRecord, _ full: JSON) throws {
    func message(_ value: JSON) -> String? {
      do {
        _ = try record.rewrite(full.setting(field.steps, to: value).compact)
        return nil
      } catch {
        return (error as? RecordError)?.message ?? "\(error)"
      }
    }
    let path = field.path.replacing("[]", with: "[0]")
    if !field.words.isEmpty {
      let words = field.words.joined(separator: ", ")
      #expect(message(.string("another")) == "\(path): must be \(words), got another word")
    }
    if field.type == "trigger[]" {
      let words = page.terms(of: "Triggers", macro: "Li").joined(separator: ", ")
      #expect(
        message(.array([.string("another")])) == "\(path)[0]: must be \(words), got another word")
    }
    if let range = field.range {
      for bound in [range.lowerBound, range.upperBound] {
        #expect(message(.number("\(bound)")) == nil, "\(field)")
      }
      for outside in [range.lowerBound - 1, range.upperBound + 1] {
        let found = message(.number("\(outside)")) ?? ""
        #expect(found.hasPrefix("\(path): must be "), "\(field): \(outside)")
      }
    }
    if field.type == "integer" {
      #expect(message(.number("1.5")) != nil && message(.number("-1")) != nil, "\(field)")
    }
    if field.type == "time" {
      #expect(message(.number("8640000000000001")) != nil, "\(field)")
      #expect(message(.number("-8640000000000001")) != nil, "\(field)")
    }
    if field.type == "id" {
      for text in ["", String(repeating: "i", count: 129), "a\u{7}"] {
        #expect(message(.string(text)) != nil, "\(field)")
      }
    }
  }

  @Test func theCodesOfRejectsAreKnown() {
    let codes = page.terms(of: "Codes of rejects", macro: "Li")
    #expect(Set(codes) == Set(RecordError.Code.allCases.map(\.rawValue)))
  }

  @Test func theExitStatusesAreThoseOfTheSuite() throws {
    #expect(
      page.terms(of: "EXIT STATUS").compactMap { Int32($0) }
        == ExitStatus.allCases.map(\.rawValue))
    // The order of gravity, as the page gives it in words.
    let words = page.section("EXIT STATUS").prefix { !$0.hasPrefix(".") }.joined(separator: " ")
    let order = words.split { !$0.isNumber }.compactMap { Int32($0).flatMap(ExitStatus.init) }
    #expect(Set(order) == Set(ExitStatus.allCases))
    for (graver, other) in zip(order, order.dropFirst()) {
      #expect(other.worse(of: graver) == graver)
    }
  }

  /// What the tools read from the environment is what `man/coach.7` lists.
  @Test func theEnvironmentIsListed() throws {
    let listed = Set(try ManualPage("coach.7").terms(of: "ENVIRONMENT", macro: "Ev"))
    var read: Set<String> = []
    for file in try FileManager.default.subpathsOfDirectory(atPath: "\(Package.root)/Sources")
    where file.hasSuffix(".swift") {
      let source = String(decoding: try Package.contents("Sources/\(file)"), as: UTF8.self)
      for match in source.matches(
        of: /(?:environment\[|getenv\(|case \.[a-z]+: )"([A-Z]+(?:_[A-Z]+)*)"/)
      {
        read.insert(String(match.1))
      }
    }
    #expect(read == listed)
  }

  private func succeeds(_ work: () throws -> Void) -> Bool {
    do {
      try work()
      return true
    } catch {
      return false
    }
  }
}
