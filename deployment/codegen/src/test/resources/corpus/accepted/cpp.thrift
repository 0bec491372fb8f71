cpp_include "<vector>"
cpp_include 'foo.h'
typedef map cpp_type "std::unordered_map" <string, i32> M
struct A { 1: list<i32> cpp_type "std::deque" a, 2: set cpp_type "x" <i32> b }
