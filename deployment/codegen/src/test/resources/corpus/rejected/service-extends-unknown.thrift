service B extends A {}
