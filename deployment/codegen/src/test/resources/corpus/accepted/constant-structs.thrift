struct Inner { 1: i32 x = 1, 2: string y }
struct Outer { 1: required Inner inner, 2: list<Inner> more, 3: map<string, Inner> named }
const Inner I = {"y": "text"}
const Outer O = {"inner": {"x": 2}, "more": [{"x": 3}, {"y": "z"}], "named": {"a": {}}}
struct Uses { 1: Inner inner = {"x": 9}, 2: optional list<Inner> all = [{"x": 1}] }
