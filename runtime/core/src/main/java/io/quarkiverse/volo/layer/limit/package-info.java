/** Bounds how many calls are under way at once. */
@NullMarked
package io.quarkiverse.volo.layer.limit;

import org.jspecify.annotations.NullMarked;
