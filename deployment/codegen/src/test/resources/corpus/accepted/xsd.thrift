struct A xsd_all {
  1: i32 a = 1 xsd_optional xsd_nillable xsd_attrs { 1: string lang, 2: i32 b xsd_optional } (x = "y")
  2: string b xsd_nillable
  3: required string c xsd_optional
}
union U xsd_all { 1: i32 a }
