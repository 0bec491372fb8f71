struct A { 1: uuid id, 2: list<uuid> more }
const uuid U = "12345678-9abc-def0-1234-56789abcdef0"
