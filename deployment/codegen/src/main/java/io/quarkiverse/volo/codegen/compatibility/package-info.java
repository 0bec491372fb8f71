/** What has changed between two versions of IDL files, and whom it breaks; one rule per kind of definition. */
@NullMarked
package io.quarkiverse.volo.codegen.compatibility;

import org.jspecify.annotations.NullMarked;
