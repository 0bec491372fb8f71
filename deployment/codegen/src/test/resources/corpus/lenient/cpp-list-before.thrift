struct A { 1: list cpp_type "std::list" <i32> a }
