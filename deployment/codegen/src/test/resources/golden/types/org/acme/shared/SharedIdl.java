package org.acme.shared;

import java.util.List;
import javax.annotation.processing.Generated;

import io.quarkiverse.volo.thrift.descriptor.IdlFile;
import org.jspecify.annotations.NullMarked;

/** What shared.thrift says, for descriptors. */
@Generated("io.quarkiverse.volo.codegen")
@NullMarked
public final class SharedIdl {

    /** The file; it is read when something of it is first asked for. */
    public static final IdlFile FILE = new IdlFile(
        "shared.thrift",
        List.of(),
        """
        /** How a thing looks. */
        enum Color {
          /** like a rose */
          RED = 1
          GREEN = 2
          BLUE = 16
        }
        """
    );

    private SharedIdl() {
    }
}
