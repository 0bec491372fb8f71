/** A stranger as peer: Apache's Java library against our client and our server. */
@NullMarked
package io.quarkiverse.volo.interop;

import org.jspecify.annotations.NullMarked;
