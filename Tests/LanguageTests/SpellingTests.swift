import Language
import Testing

@Suite struct `Slips of the keyboard` {
  let spelling = Spelling("# a list\nacres\naddress+\naddresses\nform\nfrom+\nreceive+\nsorry+\nsoy\n")

  @Test(arguments: [
    ("adress", "address"), ("recieve", "receive"), ("sory", "sorry"), ("teh", "the"), ("sry", "sorry"),
    ("thnx", "thanks"),
  ])
  func `are one edit from a common word`(_ slip: (String, String)) {
    #expect(spelling.correction(of: slip.0) == slip.1)
  }

  @Test(arguments: ["address", "addresses", "acres", "form", "soy", "acre", "marek", "", "été", "a4412"])
  func `are no words, no names and nothing that may be anything`(_ word: String) {
    #expect(spelling.correction(of: word) == nil)
  }

  @Test func `are none where the list is empty or strange`() {
    #expect(Spelling("").correction(of: "adress") == nil)
    #expect(Spelling("++\nÄ+\n\n#\nok go\n").correction(of: "adress") == nil)
  }
}
