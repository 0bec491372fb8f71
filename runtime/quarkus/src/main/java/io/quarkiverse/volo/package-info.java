/** What an application imports: the annotations of services, clients and layers, and what it injects. */
@NullMarked
package io.quarkiverse.volo;

import org.jspecify.annotations.NullMarked;
