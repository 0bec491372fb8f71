package io.quarkiverse.volo.codegen.compatibility;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.codegen.model.Type;
import io.quarkiverse.volo.codegen.model.WireType;

/** A type that is used somewhere: a field's, an argument's, a result's; typedefs are followed. */
final class TypeRule {

    /** What is told of two definitions of which one is used where the other was. */
    interface Pairs {

        /** Whether the one is what the other has become; either way the two are compared. */
        boolean meet(Type.Declared was, Type.Declared is);
    }

    private final Pairs pairs;

    TypeRule(Pairs pairs) {
        this.pairs = pairs;
    }

    /** What a change of type breaks; null if nothing has changed. */
    @Nullable
    Severity broken(Type was, Type is) {
        if (WireType.of(was) != WireType.of(is)) {
            return Severity.WIRE;
        }
        if (was instanceof Type.ListOf before && is instanceof Type.ListOf now) {
            return broken(before.element(), now.element());
        }
        if (was instanceof Type.SetOf before && is instanceof Type.SetOf now) {
            return broken(before.element(), now.element());
        }
        if (was instanceof Type.MapOf before && is instanceof Type.MapOf now) {
            return worse(broken(before.key(), now.key()), broken(before.value(), now.value()));
        }
        if (was instanceof Type.Declared before && is instanceof Type.Declared now) {
            return pairs.meet(before, now) ? null : Severity.SOURCE;
        }
        return was.equals(is) ? null : Severity.SOURCE;
    }

    private static @Nullable Severity worse(@Nullable Severity left, @Nullable Severity right) {
        return left == null || right == Severity.WIRE ? right : left;
    }
}
