/** A vault by Thrift and by gRPC, whose methods tell who calls them. */
@NullMarked
package org.acme.vault;

import org.jspecify.annotations.NullMarked;
