enum E { A = 1, B = 2 }
typedef E F
struct S { 1: map<E, set<F>> m, 2: list<E> l = [E.A, E.B], 3: F f = E.B }
const map<E, list<F>> M = {E.A: [E.B]}
