service A { void a() }
service B extends A { void a() }
