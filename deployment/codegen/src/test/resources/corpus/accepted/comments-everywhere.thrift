/** Licence */
namespace java a /* x */ # tail
/* before */ struct /* a */ A /* b */ { // c
  1 /* d */ : /* e */ i32 /* f */ a /* g */ = /* h */ 5 // i
  # j
  /** k */ 2: string b; /* l */
} // m
/** e */
enum E { A /** behind */ /** B's */ B = 2 # x
}
/**
 * Stars
 *   keep indents
 */
service S { /** m */ void m(/** a */ 1: i32 a) /* x */ }
