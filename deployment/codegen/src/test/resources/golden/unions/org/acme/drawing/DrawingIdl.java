package org.acme.drawing;

import java.util.List;
import javax.annotation.processing.Generated;

import io.quarkiverse.volo.thrift.descriptor.IdlFile;
import org.jspecify.annotations.NullMarked;

/** What drawing.thrift says, for descriptors. */
@Generated("io.quarkiverse.volo.codegen")
@NullMarked
public final class DrawingIdl {

    /** The file; it is read when something of it is first asked for. */
    public static final IdlFile FILE = new IdlFile(
        "drawing.thrift",
        List.of(),
        """
        /** What can be drawn: exactly one of these. */
        union Shape {
          /** Its radius. */
          1: optional double circle
          /** may hold others */
          2: optional list<Shape> group
          3: optional string text = "hello"
          4: optional Color fill
          5: optional map<string, list<Color>> palettes
          7: optional bool visible
        }
        /** Has no members, yet. */
        union Nothing {
        }
        struct Drawing {
          1: required Shape main
          2: Shape frame
          3: optional Shape background = {"fill": GREEN}
          4: map<Shape, set<Shape>> parts
        }
        enum Color {
          RED = 1
          GREEN = 2
        }
        """
    );

    private DrawingIdl() {
    }
}
