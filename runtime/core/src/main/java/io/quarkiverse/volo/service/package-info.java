/** The one idea that everything else is built from: a service answers a request, a layer wraps a service. */
@NullMarked
package io.quarkiverse.volo.service;

import org.jspecify.annotations.NullMarked;
