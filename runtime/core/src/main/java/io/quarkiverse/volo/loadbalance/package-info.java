/** Picks the instance that a call goes to. */
@NullMarked
package io.quarkiverse.volo.loadbalance;

import org.jspecify.annotations.NullMarked;
