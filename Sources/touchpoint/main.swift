import TouchpointCommand

await TouchpointCommand.main()
