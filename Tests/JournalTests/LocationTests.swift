import Journal
import Testing

@Suite struct `The place of a store` {
  @Test(arguments: [
    ("sqlite:///var/lib/tp/j.sqlite", StoreLocation.sqlite(path: "/var/lib/tp/j.sqlite")),
    ("sqlite:///a%20b/%E2%82%AC", .sqlite(path: "/a b/€")),
    ("SQLite:///x", .sqlite(path: "/x")),
    ("/plain/a%20b", .sqlite(path: "/plain/a%20b")),
    ("journal.sqlite", .sqlite(path: "journal.sqlite")),
    ("./odd:name", .sqlite(path: "./odd:name")),
    ("~/j.sqlite", .sqlite(path: "/home/ada/j.sqlite")),
    ("~bo/j", .sqlite(path: "~bo/j")),
    ("memory:", .memory),
  ])
  func `is read from a URL or a path`(_ text: String, _ place: StoreLocation) throws {
    #expect(try StoreLocation.parse(text, home: "/home/ada") == place)
  }

  @Test(arguments: [
    ("", StoreLocation.Failure.empty),
    ("postgresql://host/db", .unknownScheme("postgresql")),
    ("file:///x", .unknownScheme("file")),
    ("sqlite:x", .notAPath("sqlite:x")),
    ("sqlite://host/x", .notAPath("sqlite://host/x")),
    ("sqlite:///", .notAPath("sqlite:///")),
    ("sqlite:///%", .notAPath("sqlite:///%")),
    ("sqlite:///a%00b", .notAPath("sqlite:///a%00b")),
    ("sqlite:///%zz", .notAPath("sqlite:///%zz")),
    ("memory:x", .notAPath("memory:x")),
    ("a\u{0}b", .impossiblePath),
  ])
  func `that is none is named with what is allowed`(_ text: String, _ failure: StoreLocation.Failure) {
    #expect(throws: failure) { _ = try StoreLocation.parse(text) }
    #expect(!failure.description.isEmpty)
  }

  @Test(
    arguments: [
      (nil, ["HOME": "/home/ada"], "/home/ada/.local/share/touchpoint/journal.sqlite"),
      (nil, ["HOME": "/"], "/.local/share/touchpoint/journal.sqlite"),
      (nil, ["HOME": "/h", "XDG_DATA_HOME": "/data"], "/data/touchpoint/journal.sqlite"),
      (nil, ["HOME": "/h", "XDG_DATA_HOME": "data"], "/h/.local/share/touchpoint/journal.sqlite"),
      (nil, ["HOME": "/h", "XDG_DATA_HOME": ""], "/h/.local/share/touchpoint/journal.sqlite"),
      (nil, ["XDG_DATA_HOME": "/data"], "/data/touchpoint/journal.sqlite"),
      (nil, ["HOME": "/h", "TOUCHPOINT_STORE": "/s"], "/s"),
      (nil, ["HOME": "/h", "TOUCHPOINT_STORE": ""], "/h/.local/share/touchpoint/journal.sqlite"),
      ("/o", ["HOME": "/h", "TOUCHPOINT_STORE": "/s"], "/o"),
    ] as [(String?, [String: String], String)])
  func `is the option's, the variable's, or the data folder's`(
    _ option: String?, _ environment: [String: String], _ path: String
  ) throws {
    #expect(try StoreLocation.choose(option: option, environment: environment) == .sqlite(path: path))
  }

  @Test(arguments: [[:], ["HOME": ""], ["HOME": "ada"], ["XDG_DATA_HOME": "x"]] as [[String: String]])
  func `is unknown without a home`(_ environment: [String: String]) {
    #expect(throws: StoreLocation.Failure.noHome) {
      _ = try StoreLocation.choose(option: nil, environment: environment)
    }
  }

  @Test func `opens the store it names`() throws {
    let folder = TemporaryFolder()
    #expect(try StoreLocation.memory.open(for: .writing).name == "memory:")
    #expect(try StoreLocation.sqlite(path: folder.journal).open(for: .writing).name == folder.journal)
  }
}
