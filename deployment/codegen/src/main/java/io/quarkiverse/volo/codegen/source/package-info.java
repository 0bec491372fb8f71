/** How Java is written down: lines, imports, names and Javadoc; nothing of what an IDL says. */
@NullMarked
package io.quarkiverse.volo.codegen.source;

import org.jspecify.annotations.NullMarked;
