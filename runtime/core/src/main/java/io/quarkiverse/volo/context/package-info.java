/** One call's facts: who calls whom, until when, and how the call ended. */
@NullMarked
package io.quarkiverse.volo.context;

import org.jspecify.annotations.NullMarked;
