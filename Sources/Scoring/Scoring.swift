// The first file of Scoring; replaced as the room fills.
