package org.acme.kept;

import java.util.List;
import javax.annotation.processing.Generated;

import io.quarkiverse.volo.thrift.descriptor.IdlFile;
import org.jspecify.annotations.NullMarked;

/** What kept.thrift says, for descriptors. */
@Generated("io.quarkiverse.volo.codegen")
@NullMarked
public final class KeptIdl {

    /** The file; it is read when something of it is first asked for. */
    public static final IdlFile FILE = new IdlFile(
        "kept.thrift",
        List.of(),
        """
        struct Item (volo.keep_unknown_fields = "true") {
          1: required string name
          2: Color color
          3: set<Color> colors
          4: optional list<string> notes
        }
        union Choice (volo.keep_unknown_fields = "true") {
          1: optional Item item
          2: optional Color color
          3: optional list<Color> colors
        }
        exception Failed (volo.keep_unknown_fields = "true") {
          1: string message
          2: Color color
        }
        enum Color {
          RED = 1
          GREEN = 2
        }
        """
    );

    private KeptIdl() {
    }
}
