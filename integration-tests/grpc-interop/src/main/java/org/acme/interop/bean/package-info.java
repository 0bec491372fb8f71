/** The service that gRPC's interoperability tests call. */
@NullMarked
package org.acme.interop.bean;

import org.jspecify.annotations.NullMarked;
