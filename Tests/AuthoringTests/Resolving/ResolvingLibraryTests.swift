@testable import Authoring
import Diagnostics
import FoundationEssentials
import Testing

@Suite struct `A library` {
  private let files = MemoryFiles(
    SmallScenario.library.merging([
      "delivery/late.yaml": SmallScenario().text,
      "billing/twice.yaml": SmallScenario(with: "id: \"twice\"   # quoted\ntitle: Charged twice").text,
      "notes.txt": "id: notes",
    ]) { $1 })

  @Test func `lists scenario files sorted, packs and rubrics among the files only`() {
    let library = Library(root: ".", files: files)
    #expect(
      library.allFiles().paths == [
        "billing/twice.yaml", "delivery/late.yaml", "packs/loop.yaml", "packs/parcel-shop.yaml",
        "rubrics/service-quality.yaml",
      ])
    #expect(
      library.scenarios() == [
        Library.Entry(id: "late-parcel", title: "The late parcel", path: "delivery/late.yaml"),
        Library.Entry(id: "twice", title: "Charged twice", path: "billing/twice.yaml"),
      ])
  }

  @Test func `loads one scenario by its id, whatever its file is called`() throws {
    let library = Library(root: ".", files: files)
    let checker = Checker(kinds: [:], files: files)
    let report = try #require(library.load("late-parcel", with: checker))
    #expect(report.scenarios.map(\.id) == ["late-parcel"])
    #expect(library.load("early-parcel", with: checker) == nil)
  }

  @Test func `is checked as a whole from its folder`() {
    let report = Checker(kinds: [:], files: files).check(["."])
    #expect(findings(report).filter { !$0.hasPrefix("S208") } == [])
    #expect(report.scenarios.map(\.id) == ["twice", "late-parcel"])
    #expect(report.packs.map(\.id) == ["loop", "parcel-shop"])
    #expect(report.failures == [])
  }

  @Test func `says which file is not there`() {
    let report = Checker(kinds: [:], files: files).check(["delivery/gone.yaml"])
    #expect(
      report.failures == [FileTrouble(path: "delivery/gone.yaml", operation: "open", reason: .missing)])
  }

  @Test func `takes rubrics from the program's own when it has none`() {
    let bundle = Checker.Bundle(library: "own/scenarios", rubrics: "own/rubrics")
    let rubric = SmallScenario.library["rubrics/service-quality.yaml"] ?? ""
    let pack = SmallScenario.library["packs/parcel-shop.yaml"] ?? ""
    let checker = Checker(
      kinds: [:],
      files: MemoryFiles([
        "own/rubrics/service-quality.yaml": rubric, "own/scenarios/packs/parcel-shop.yaml": pack,
      ]), bundle: bundle)
    let scenario = SmallScenario(
      with: """
        uses: [packs/parcel-shop]
        skills: [empathy]
        rubric:
          house: {use: service-quality, weight: 50}
          empathy: {weight: 50, earn: apologise + explain}
        """)
    let report = checker.check([SourceFile(path: "mine/late.yaml", text: scenario.text)])
    #expect(findings(report) == [])
    #expect(report.rubrics.map(\.id) == ["service-quality"])
    #expect(report.scenarios.map(\.company) == ["Parcel Shop"])
  }
}

@Suite struct `A library on disk` {
  /// A folder of its own for one test, removed afterwards.
  private func inFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.path + "/touchpoint-\(UInt64.random(in: 0 ... .max))"
    try FileManager.default.createDirectory(atPath: folder + "/lib/packs", withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for (path, text) in SmallScenario.library where path.hasPrefix("packs/parcel") {
      try write(text, folder + "/lib/" + path)
    }
    try body(folder)
  }

  private func write(_ text: String, _ path: String) throws {
    #expect(FileManager.default.createFile(atPath: path, contents: Data(text.utf8)))
  }

  private func link(_ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
  }

  private let scenario = SmallScenario(with: "uses: [packs/parcel-shop]").text

  private func report(_ path: String) -> CheckReport {
    Checker(kinds: [:], files: DiskFiles()).check([path])
  }

  @Test func `reads what is inside it`() throws {
    try inFolder { folder in
      try write(scenario, folder + "/lib/late.yaml")
      let report = report(folder + "/lib/late.yaml")
      #expect(findings(report) == [])
      #expect(report.scenarios.map(\.company) == ["Parcel Shop"])
    }
  }

  @Test(arguments: ["file", "folder"]) func `follows no link out of it`(_ what: String) throws {
    try inFolder { folder in
      let secret = folder + "/secret"
      try FileManager.default.createDirectory(atPath: secret, withIntermediateDirectories: true)
      try write(SmallScenario.library["packs/parcel-shop.yaml"] ?? "", secret + "/parcel-shop.yaml")
      if what == "file" {
        try FileManager.default.removeItem(atPath: folder + "/lib/packs/parcel-shop.yaml")
        try link(folder + "/lib/packs/parcel-shop.yaml", to: secret + "/parcel-shop.yaml")
      } else {
        try link(folder + "/lib/packs/deeper", to: secret)
      }
      let use = what == "file" ? "packs/parcel-shop" : "packs/deeper/parcel-shop"
      try write(SmallScenario(with: "uses: [\(use)]").text, folder + "/lib/late.yaml")
      let report = report(folder + "/lib/late.yaml")
      #expect(
        report.diagnostics.filter { $0.severity == .error }.map(\.message) == [
          "'\(use)' leads through a link, which may point out of the library"
        ])
      #expect(report.scenarios == [])
    }
  }

  @Test func `lists no links, and tells a folder or nothing from a file`() throws {
    try inFolder { folder in
      try write(scenario, folder + "/lib/late.yaml")
      try link(folder + "/lib/other.yaml", to: folder + "/lib/late.yaml")
      try link(folder + "/lib/again", to: folder + "/lib")
      let library = Library(root: folder + "/lib", files: DiskFiles())
      #expect(
        library.allFiles().paths == [folder + "/lib/late.yaml", folder + "/lib/packs/parcel-shop.yaml"])
      let files = DiskFiles()
      #expect(throws: FileTrouble(path: folder, operation: "read", reason: .notAFile)) {
        try files.read(folder, limit: 10)
      }
      #expect(throws: FileTrouble(path: folder + "/gone", operation: "open", reason: .missing)) {
        try files.read(folder + "/gone", limit: 10)
      }
      #expect(try files.read(folder + "/lib/late.yaml", limit: 10).count == 11)
    }
  }
}

@Suite struct `Paths inside a library` {
  @Test func `lose their needless parts`() throws {
    #expect(try LibraryPath("./packs//shop").components == ["packs", "shop"])
    #expect(try LibraryPath("packs/shop").text == "packs/shop")
  }

  @Test(arguments: [
    ("", LibraryPath.Trouble.empty), (".", .empty), ("/a", .absolute), ("~a", .home), ("a/../b", .parent),
    ("..", .parent), ("a\nb", .control), ("a\\b", .control), ("a\u{0}", .control),
  ])
  func `never lead out of it`(_ path: String, _ trouble: LibraryPath.Trouble) {
    #expect(throws: trouble) { try LibraryPath(path) }
  }
}
