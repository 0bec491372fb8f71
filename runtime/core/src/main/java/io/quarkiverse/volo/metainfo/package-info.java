/** Key/values that travel with a call: forward over one hop or all of them, and back. */
@NullMarked
package io.quarkiverse.volo.metainfo;

import org.jspecify.annotations.NullMarked;
