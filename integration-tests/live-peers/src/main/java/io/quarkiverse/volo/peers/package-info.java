/** The Java peer of the live matrix: what Go's and Rust's peers are in ../../go and ../../rust. */
@NullMarked
package io.quarkiverse.volo.peers;

import org.jspecify.annotations.NullMarked;
