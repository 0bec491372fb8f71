/** {@code volo.yml}, in which users of Volo say which IDL files they want: what it says, and the files. */
@NullMarked
package io.quarkiverse.volo.deployment.voloyml;

import org.jspecify.annotations.NullMarked;
