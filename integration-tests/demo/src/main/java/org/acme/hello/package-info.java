/** The smallest application with a Thrift service and a client of it, written as a user would: without our house rules. */
@NullUnmarked
package org.acme.hello;

import org.jspecify.annotations.NullUnmarked;
