struct A {}
exception X {}
union U {}
enum E {}
service S {}
