// The first file of Reports; replaced as the room fills.
