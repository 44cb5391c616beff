/// One place where a file names something, and what that turned out to be.
struct NameUse: Hashable, Sendable {
  var name: Written
  var role: Role
  /// Nothing when the name leads nowhere.
  var target: Target?
  /// The name is known, but not for this.
  var misuse: Misuse?
  /// Whether to look for the name that was meant; not any more in a file full of unknown names.
  var isWorthGuessing = true

  /// What the name is there for.
  enum Role: Hashable, Sendable {
    /// `go`: a beat or an ending.
    case destination
    /// `start`: a beat.
    case start
    /// `at_zero`: an ending.
    case atZero
    /// `ending NAME` in `earn`.
    case earnedEnding
    /// `ending` of a test.
    case testedEnding
    /// A key of `expect`.
    case expected
    /// A key of `tells_if_asked`.
    case asked
    /// A name in `never`: a move or an action.
    case forbidden
    /// `critical` of a test.
    case testedRule
    /// A key of `do`.
    case done
    case overLimit
    case set, clear
    /// A name in a condition: a fact, or a number to compare.
    case read
    /// A name in `earn`.
    case earned
    /// A step of the mood.
    case stepped
    /// `csat: from`.
    case rated
    case because
    case channel
    /// A key of a pack's `sign_off`.
    case signOff
  }

  enum Target: Hashable, Sendable {
    case beat(Int)
    case ending(Int)
    case move(Int)
    case fact(Int)
    case gauge(Int)
    case action(Int)
    case article(Int)
    case channel(Int)
    case counter
    case goal
    case rule(Int)
    /// A value of the program rather than of the file.
    case builtIn
  }

  enum Misuse: Hashable, Sendable {
    /// A gauge or counter standing alone, where something true or false is needed.
    case needsComparison
    /// A fact, move or action compared with a number.
    case isNoNumber
    /// A move, an action or an ending where only facts and numbers can be asked for.
    case onlyInEarn
  }
}
