namespace java org.acme.vault.thrift

// Answered by the event loop.
service Vault {
  // Whose certificate the call came with, and on which thread it is served.
  string peer()
  // Where the call came from, which tells one connection from another.
  string origin()
}

// The same, answered by a worker.
service PlainVault {
  string plainPeer()
}

// Who may do what is said by annotations. Answered by the event loop.
service Safe {
  // The name of whoever calls; empty if it is nobody.
  string look()
  // Everybody whose name is known.
  string enter()
  // Keepers.
  string open()
  // Nobody.
  string never()
}

// The same, answered by a worker.
service PlainSafe {
  string plainLook()
  string plainOpen()
}

// The same, answered by the event loop though it looks otherwise.
service HastySafe {
  string hastyOpen()
}
