/** Fetches the earlier version of an application's IDL files, and fails or warns if the present one breaks those who use it. */
@NullMarked
package io.quarkiverse.volo.deployment.compatibility;

import org.jspecify.annotations.NullMarked;
