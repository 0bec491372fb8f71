namespace java org.acme.vault.thrift

// Answered by the event loop.
service Vault {
  // Whose certificate the call came with, and on which thread it is served.
  string peer()
  // Where the call came from, which tells one connection from another.
  string origin()
  string enter()
  string open()
  string look()
  string never()
}

// The same, answered by a worker.
service PlainVault {
  string plainPeer()
  string plainEnter()
  string plainOpen()
  string plainLook()
}
