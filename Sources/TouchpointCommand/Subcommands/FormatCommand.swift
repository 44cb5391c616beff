import ArgumentParser
import Authoring
import Diagnostics

/// `touchpoint fmt PATH…`: the canonical form.
struct FormatCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt",
    abstract: "Write files in the canonical form, which is valid YAML with the same meaning.",
    discussion: """
      EXAMPLES
        touchpoint fmt my-scenario.yaml        rewrites the file
        touchpoint fmt --check scenarios/      changes nothing; exit 1 if one differs
        touchpoint fmt - < draft.yaml          from standard input to standard output

      A file with reading errors is left as it is.
      """)

  @Argument(help: "Files and folders; - is standard input.")
  var paths: [String]

  @Flag(help: "Change nothing; say which files are not in the canonical form.")
  var check = false

  @OptionGroup var common: CommonOptions

  func run() async throws {
    try await reporting {
      let schemas = Schemas(kinds: try common.workplace().kinds.forms)
      if paths == ["-"] { return try formatInput(schemas) }
      var (changed, faulty) = (0, 0)
      for path in try files() {
        switch try format(path, schemas) {
        case .same: break
        case .changed: changed += 1
        case .faulty: faulty += 1
        }
      }
      let verb = check ? "not in the canonical form" : "rewritten"
      try Output.lines(["\(changed) \(changed == 1 ? "file" : "files") \(verb)"])
      if faulty > 0 || (check && changed > 0) { throw ExitStatus.answerIsNo }
    }
  }

  private enum Outcome { case same, changed, faulty }

  private func format(_ path: String, _ schemas: Schemas) throws -> Outcome {
    let bytes = try DiskFiles().read(path, limit: NotationReader.largestFile)
    let document = NotationReader.read(SourceFile(path: path, bytes: bytes), schemas: schemas)
    guard !document.hasErrors else {
      Output.note("touchpoint: \(path) has errors and is left as it is; see: touchpoint check \(path)")
      return .faulty
    }
    let printed = Array(Printer.print(document).utf8)
    guard printed != bytes else { return .same }
    if check { try Output.lines([path]) } else { try OutputFile.write(printed, to: path) }
    return .changed
  }

  private func formatInput(_ schemas: Schemas) throws {
    var text: [UInt8] = []
    while let line = readLine(strippingNewline: false), text.count <= NotationReader.largestFile {
      text += Array(line.utf8)
    }
    let document = NotationReader.read(SourceFile(path: "-", bytes: text), schemas: schemas)
    guard !document.hasErrors else {
      throw Stop("the input has errors; see: touchpoint check FILE", status: ExitStatus.answerIsNo)
    }
    try Output.data(Printer.print(document))
  }

  private func files() throws -> [String] {
    try paths.flatMap { path -> [String] in
      guard DiskFiles().isFolder(path) else { return [path] }
      let found = Library(root: path, files: DiskFiles()).allFiles()
      if let failure = found.failures.first { throw failure }
      return found.paths
    }
  }
}
