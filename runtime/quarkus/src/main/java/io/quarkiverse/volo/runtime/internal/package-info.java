/** Glue between Volo and Quarkus: recorders, bean adapters, dev mode; no part of it is API. */
@NullMarked
package io.quarkiverse.volo.runtime.internal;

import org.jspecify.annotations.NullMarked;
