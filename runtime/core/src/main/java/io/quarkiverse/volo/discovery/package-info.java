/** Tells who offers a service now, and who comes and goes. */
@NullMarked
package io.quarkiverse.volo.discovery;

import org.jspecify.annotations.NullMarked;
