/** How built-in layers subscribe: one object is a call's stage, its subscription and its subscriber. */
@NullMarked
package io.quarkiverse.volo.flow;

import org.jspecify.annotations.NullMarked;
