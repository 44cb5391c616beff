// The first file of TouchpointKit; replaced as the room fills.
