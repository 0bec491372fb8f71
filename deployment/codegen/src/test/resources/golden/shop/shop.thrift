namespace java org.acme.shop

enum Mood { HAPPY = 1, SAD = 2 }
struct User {
  1: required i64 id
  2: string name
  3: optional Mood mood
  4: optional string password (volo.sensitive)
}
exception Refused { 1: string reason }
service UserService {
  User find(1: i64 id) throws (1: Refused refused)
  void save(1: User user)
}
