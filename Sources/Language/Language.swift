// The first file of Language; replaced as the room fills.
