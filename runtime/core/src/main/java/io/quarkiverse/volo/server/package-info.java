/** A server's call from top to bottom: read ServerPipeline first. */
@NullMarked
package io.quarkiverse.volo.server;

import org.jspecify.annotations.NullMarked;
