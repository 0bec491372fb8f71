/** Makes a call again whose request provably did not reach the peer. */
@NullMarked
package io.quarkiverse.volo.layer.retry;

import org.jspecify.annotations.NullMarked;
