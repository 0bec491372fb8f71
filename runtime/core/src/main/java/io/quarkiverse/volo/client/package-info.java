/** A client's call from top to bottom: read ClientPipeline first. */
@NullMarked
package io.quarkiverse.volo.client;

import org.jspecify.annotations.NullMarked;
