// The first file of TouchpointTesting; replaced as the room fills.
