/** What the pages show and say, compiled and tested. */
@NullMarked
package io.quarkiverse.volo.docs;

import org.jspecify.annotations.NullMarked;
