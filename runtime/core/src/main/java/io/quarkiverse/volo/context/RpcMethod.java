package io.quarkiverse.volo.context;

/** A method as its IDL describes it. */
public interface RpcMethod {

    /** The service's name in the IDL. */
    String service();

    /** The method's name in the IDL. */
    String name();

    /** How many messages a call carries in each direction. */
    CallKind kind();

    /** {@code Service.method}, for messages and logs. */
    default String fullName() {
        return service() + "." + name();
    }
}
