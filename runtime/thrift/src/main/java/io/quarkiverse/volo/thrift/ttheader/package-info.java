/** TTHeader, as Kitex and Volo speak it: what travels beside a message. */
@NullMarked
package io.quarkiverse.volo.thrift.ttheader;

import org.jspecify.annotations.NullMarked;
