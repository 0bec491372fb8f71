/** Sockets, and nothing of what travels on them: accepting, telling protocols apart, dialing, and sharing connections. */
@NullMarked
package io.quarkiverse.volo.transport;

import org.jspecify.annotations.NullMarked;
