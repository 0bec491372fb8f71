struct A {} /* open
