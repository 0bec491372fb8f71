package io.quarkiverse.volo.codegen.proto;

import io.quarkiverse.volo.codegen.source.CompilationUnit;

/**
 * A method of a service.
 *
 * @param name as in the IDL
 * @param javaName the Java method
 * @param constant of its {@code GrpcMethod} in the definition
 * @param comment as in the IDL; empty if there is none
 */
record Method(String name, String javaName, String constant, Kind kind, MessageType request, MessageType reply,
        String comment, boolean deprecated) {

    /** The argument, as a bean and a layer see it. */
    String argument(CompilationUnit unit) {
        return kind.streamsRequests() ? unit.use(Library.MULTI) + "<" + request.in(unit) + ">" : request.in(unit);
    }

    String argumentName() {
        return kind.streamsRequests() ? "requests" : "request";
    }

    /** The result, as a layer sees it. */
    String result(CompilationUnit unit) {
        return kind.streamsReplies() ? unit.use(Library.MULTI) + "<" + reply.in(unit) + ">" : reply.in(unit);
    }

    /** Result, name and parameter; only unary methods have a plain form. */
    String signature(CompilationUnit unit, boolean reactive) {
        boolean plain = kind.streamsReplies() || (kind == Kind.UNARY && !reactive);
        String result = plain ? result(unit) : unit.use(Library.UNI) + "<" + reply.in(unit) + ">";
        return result + " " + javaName + "(" + argument(unit) + " " + argumentName() + ")";
    }
}
