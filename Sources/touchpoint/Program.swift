import TouchpointCommand

/// The program.
@main struct Program {
  static func main() async { await TouchpointCommand.main() }
}
