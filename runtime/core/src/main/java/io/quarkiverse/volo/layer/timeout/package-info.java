/** Bounds how long a call may take. */
@NullMarked
package io.quarkiverse.volo.layer.timeout;

import org.jspecify.annotations.NullMarked;
