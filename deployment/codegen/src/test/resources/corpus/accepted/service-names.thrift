service oneway_ { void request(1: i32 response), void on(1: i32 off) }
