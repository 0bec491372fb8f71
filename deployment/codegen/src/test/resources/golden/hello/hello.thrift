namespace java org.acme.hello

/** Whom to greet. */
struct HelloRequest {
  1: required string name
}

struct HelloResponse {
  1: required string message
}

/** Greets. */
service HelloService {
  /** Says hello. */
  HelloResponse hello(1: HelloRequest request)
}
