/** Encoding and decoding beside Apache's library. */
@NullMarked
package io.quarkiverse.volo.codecbenchmark;

import org.jspecify.annotations.NullMarked;
