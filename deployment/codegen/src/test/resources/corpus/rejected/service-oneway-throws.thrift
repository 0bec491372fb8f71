exception X {}
service S { oneway void fire() throws (1: X x) }
