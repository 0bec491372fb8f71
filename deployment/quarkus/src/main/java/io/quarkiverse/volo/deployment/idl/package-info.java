/** Fetches IDL files from where others keep them: commits of git repositories and jars. */
@NullMarked
package io.quarkiverse.volo.deployment.idl;

import org.jspecify.annotations.NullMarked;
