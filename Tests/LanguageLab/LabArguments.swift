import Foundation
import Language

/// `--name value` and `--flag` words.
struct LabArguments {
  private var values: [String: String] = [:]
  private var flags: Set<String> = []

  init(_ words: some Collection<String>) {
    let words = Array(words)
    var index = 0
    while index < words.count {
      if index + 1 < words.count, !words[index + 1].hasPrefix("--") {
        values[words[index]] = words[index + 1]
        index += 2
      } else {
        flags.insert(words[index])
        index += 1
      }
    }
  }

  func value(_ name: String) -> String? { values[name] }
  func has(_ flag: String) -> Bool { flags.contains(flag) }

  func required(_ name: String) -> String {
    guard let value = values[name] else { LabFiles.fail("\(name) is missing") }
    return value
  }
}

/// Whole files in and out.
enum LabFiles {
  static func bytes(_ path: String) -> [UInt8] {
    guard let data = try? Data(contentsOf: URL(filePath: path)) else { fail("cannot read \(path)") }
    return Array(data)
  }

  static func write(_ text: String, _ path: String) {
    do { try Data(text.utf8).write(to: URL(filePath: path)) } catch { fail("cannot write \(path)") }
  }

  static func complain(_ line: String) { FileHandle.standardError.write(Data((line + "\n").utf8)) }

  static func fail(_ line: String) -> Never {
    complain(line)
    exit(64)
  }
}
