package org.acme.drawing;

import javax.annotation.processing.Generated;

import org.jspecify.annotations.NullMarked;

/** The constants of drawing.thrift. */
@Generated("io.quarkiverse.volo.codegen")
@NullMarked
public final class DrawingConstants {

    public static final Shape UNIT;

    static {
        UNIT = make_UNIT();
    }

    private DrawingConstants() {
    }

    private static Shape make_UNIT() {
        return Shape.circle(1.0);
    }
}
