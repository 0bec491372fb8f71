/** The configuration under {@code quarkus.volo}. */
@NullMarked
package io.quarkiverse.volo.runtime.config;

import org.jspecify.annotations.NullMarked;
