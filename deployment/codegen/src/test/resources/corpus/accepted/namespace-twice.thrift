namespace java a
namespace java b
