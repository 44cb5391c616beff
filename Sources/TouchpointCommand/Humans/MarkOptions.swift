import ArgumentParser
import Authoring
import Domain
import TouchpointKit

extension Verdict: ExpressibleByArgument {
  /// `met`, `partly`, `missed`, `breached`, `n/a`, or the beginning of one.
  public init?(argument: String) { self.init(spelled: argument) }

  public static var allValueStrings: [String] { ["met", "partly", "missed", "breached", "n/a"] }
}

extension RootCause: ExpressibleByArgument {}

/// What a person says on a criterion, refused when it is longer than the journal takes.
func checkedComment(_ text: String) throws -> String {
  guard text.count <= HumanMark.longestComment else {
    throw Stop(
      "the comment has \(text.count) characters; at most \(HumanMark.longestComment) are kept",
      status: ExitStatus.usage)
  }
  return text
}

/// Reads a table of marks; `-` is standard input.
func marksFile(_ path: String) throws -> MarksFile {
  let bytes: [UInt8]
  do throws(FileTrouble) {
    bytes = try DiskFiles().read(path == "-" ? "/dev/stdin" : path, limit: 1 << 22)
  } catch {
    throw Stop("\(error)", status: ExitStatus.worldFailed)
  }
  do throws(MarksFile.Unusable) {
    return try MarksFile(bytes)
  } catch {
    throw Stop("\(path): \(error)", status: ExitStatus.usage)
  }
}
