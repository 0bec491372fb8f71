struct A { 1: void m }
