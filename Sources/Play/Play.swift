// The first file of Play; replaced as the room fills.
