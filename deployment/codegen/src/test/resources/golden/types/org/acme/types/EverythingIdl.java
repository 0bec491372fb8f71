package org.acme.types;

import java.util.List;
import javax.annotation.processing.Generated;

import io.quarkiverse.volo.thrift.descriptor.IdlFile;
import org.acme.shared.SharedIdl;
import org.jspecify.annotations.NullMarked;

/** What everything.thrift says, for descriptors. */
@Generated("io.quarkiverse.volo.codegen")
@NullMarked
public final class EverythingIdl {

    /** The file; it is read when something of it is first asked for. */
    public static final IdlFile FILE = new IdlFile(
        "everything.thrift",
        List.of(IdlFile.include("shared", () -> SharedIdl.FILE)),
        """
        /**
         * One field of each kind.
         * Careful: <b> & @author
         */
        struct Everything {
          1: bool flag
          2: byte tiny
          3: i16 small
          4: i32 medium = 4
          5: i64 large
          6: double real = 1.5
          7: string text = "it's \\"text\\""
          8: binary bytes
          9: uuid id
          /** what it is called */
          10: list<string> names = ["a", "b"]
          11: set<i64> numbers
          12: map<string, list<shared.Color>> colors
          13: shared.Color color
          14: Inner inner
          15: optional i32 maybe_number
          16: optional i64 timeout = 1000
          17: required i64 needed
          18: required Inner needed_inner
          19: Inner preset = {"name": "preset"}
          20: shared.Color tint = GREEN
          21: optional list<list<shared.Color>> palettes
        }
        struct Inner {
          1: required string name
        }
        struct Nothing {
        }
        /** Is not there. */
        exception NotFound {
          1: string message
          2: optional Inner what
        }
        """
    );

    private EverythingIdl() {
    }
}
