import Authoring
import Diagnostics
import Testing

@Suite struct `The example scenario` {
  /// It was written before a customer's goal had to be said; the one finding is that.
  @Test func `reads with one finding, the customer's goal that it does not say`() {
    let document = NotationReader.read(SourceFile(path: "late.yaml", text: lateParcel))
    #expect(document.diagnostics.map(\.code.number) == ["S116"])
    #expect(document.diagnostics.map(\.primary.span.start.line) == [13 + 1])
    #expect(document.kind == .scenario)
  }

  @Test func `reads without any finding once the goal is said`() {
    let whole = lateParcel.replacing(
      "  persona: Polite", with: "  goal: Have the present in time.\n  persona: Polite")
    let document = NotationReader.read(SourceFile(path: "late.yaml", text: whole))
    #expect(document.diagnostics.map(\.message) == [])
  }

  @Test func `keeps its form`() {
    let document = NotationReader.read(SourceFile(path: "late.yaml", text: lateParcel))
    let printed = Printer.print(document)
    let again = NotationReader.read(SourceFile(path: "late.yaml", text: printed))
    #expect(Printer.print(again) == printed)
  }
}
