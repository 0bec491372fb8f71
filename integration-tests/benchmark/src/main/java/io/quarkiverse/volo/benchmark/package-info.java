/**
 * Measures our Thrift server beside Apache's servers and beside a limit that decodes nothing, in one run. Run it by
 * {@code scripts/benchmark}.
 */
@NullMarked
package io.quarkiverse.volo.benchmark;

import org.jspecify.annotations.NullMarked;
