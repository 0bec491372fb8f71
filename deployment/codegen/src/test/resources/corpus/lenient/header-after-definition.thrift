struct A {}
namespace java a
