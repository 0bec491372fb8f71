struct A {};
struct B {},
enum E { X };
service S {};
