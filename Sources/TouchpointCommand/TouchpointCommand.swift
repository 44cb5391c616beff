// The first file of TouchpointCommand; replaced as the room fills.
