// The first file of Terminal; replaced as the room fills.
