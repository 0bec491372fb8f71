/** What an IDL file says: its tokens and the tree of its definitions, names not looked up. */
@NullMarked
package io.quarkiverse.volo.codegen.syntax;

import org.jspecify.annotations.NullMarked;
