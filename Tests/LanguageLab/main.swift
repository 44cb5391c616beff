// The batch interface of Language without the rest of the program, for measuring: `language-lab moves|states|tone …`.
import Language

let words = Array(CommandLine.arguments.dropFirst())
switch words.first {
case "moves": runMoves(LabArguments(words.dropFirst()))
case "hear": runHear(LabArguments(words.dropFirst()))
case "states": runStates(LabArguments(words.dropFirst()))
case "tone": runTone(LabArguments(words.dropFirst()))
case "tone-features": runToneFeatures(LabArguments(words.dropFirst()))
case "vectors": runVectors(LabArguments(words.dropFirst()))
default:
  LabFiles.fail("usage: language-lab moves|states|tone --model DIR --input IN.tsv --output OUT.tsv …")
}
