/// Words that carry grammar or pass between any two people; they say nothing about the matter at hand.
enum WordLists {
  /// Articles, pronouns, prepositions, conjunctions, auxiliaries and negations, in normal form.
  static let grammar = words(
    """
    a an the this that these those some any every each no all both either neither such
    i you he she it we they me him her us them my your his its our their mine yours ours theirs
    myself yourself himself herself itself ourselves yourselves themselves
    who whom whose which what where when why how
    am is are was were be been being do does did doing done have has had having
    will would shall should can could may might must let
    not never nor and or but so if then than because as while although though until unless since
    of in on at by for with to from into onto about over under after before during between through
    up down out off around along against without within per via near across again also too
    there here now just very really still already only even yet
    """)

  /// Content words common to every service talk.
  static let general = words(
    """
    please thank thanks hello hi hey dear yes ok okay well sure right good great fine nice kind kindly
    help want need like know get got give take make go come see say tell ask look try use put keep think
    feel hope wish mean understand believe
    problem issue thing situation matter case trouble inconvenience question request something anything
    nothing everything someone anyone person people human somebody anybody
    service company customer team support contact call chat message reply answer word
    time day today tomorrow yesterday week month year hour minute moment soon later long ago once twice
    one two three first second last next other another more much many most lot bit little
    way back sorry apologise apologize apology
    really actually simply maybe perhaps
    """)

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))
  }
}
