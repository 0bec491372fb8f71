/** What tests of every module use: no buffer is leaked, nothing is waited for blindly. */
@NullMarked
package io.quarkiverse.volo.testing;

import org.jspecify.annotations.NullMarked;
