/** What the IDL compiler generates for a small service, kept by hand so that these tests do not hang on the compiler. */
@NullMarked
package org.acme.hello;

import org.jspecify.annotations.NullMarked;
