package io.quarkiverse.volo.context;

/**
 * Names an attribute of a call that layers share; compared by identity, so keep it in a constant.
 *
 * @param <T> the type of the attribute's values
 */
@SuppressWarnings("UnusedTypeParameter") // RpcContext reads and writes values of this type.
public final class AttributeKey<T> {

    private final String name;

    private AttributeKey(String name) {
        this.name = name;
    }

    /** @param name for messages only */
    public static <T> AttributeKey<T> of(String name) {
        return new AttributeKey<>(name);
    }

    @Override
    public String toString() {
        return name;
    }
}
