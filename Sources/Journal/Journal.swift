// The first file of Journal; replaced as the room fills.
