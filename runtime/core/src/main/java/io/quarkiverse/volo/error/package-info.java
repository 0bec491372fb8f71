/** What can go wrong in a call, told apart by kind. */
@NullMarked
package io.quarkiverse.volo.error;

import org.jspecify.annotations.NullMarked;
