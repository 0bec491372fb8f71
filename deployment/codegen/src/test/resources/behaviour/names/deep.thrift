namespace java org.acme.names.Deep.er
struct InAPackageBelowAType { 1: i32 number }
