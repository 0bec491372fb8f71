struct A { 1: list<Missing> m }
