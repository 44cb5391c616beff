/// The catalogue of the checks on how a file is written: S101 to S123, in order.
///
/// All but `NotInForm` fire while a file is read; that one compares it with what `fmt` would print.
public enum ReadingChecks {
  /// Every check's page.
  public static let pages: [CheckPage] = [
    TabInIndentation.page,
    OddBlank.page,
    OddIndentation.page,
    ChildUnderValue.page,
    MissingSeparator.page,
    RepeatedKey.page,
    ReadDifferently.page,
    CutByComment.page,
    BareSpecialCharacter.page,
    UnclosedQuote.page,
    CurlyQuotes.page,
    OddEncoding.page,
    ForbiddenYAML.page,
    UnknownKey.page,
    MisplacedKey.page,
    MissingKey.page,
    WrongType.page,
    BadAmount.page,
    ListOrText.page,
    LongFile.page,
    NotInForm.page,
    TooDeep.page,
    NoDocument.page,
  ]
}
