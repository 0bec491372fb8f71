/** Services of gRPC, and one of Thrift that calls them. */
@NullMarked
package org.acme.bean;

import org.jspecify.annotations.NullMarked;
