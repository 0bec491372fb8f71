package io.quarkiverse.volo.codegen.java;

import io.quarkiverse.volo.codegen.model.Method;
import io.quarkiverse.volo.codegen.source.CompilationUnit;
import io.quarkiverse.volo.codegen.source.JavaName;

/**
 * A method as the definition of one service knows it.
 *
 * @param home the definition of the service that declares it
 * @param isInherited whether that is another service
 * @param constant its constant in this definition
 * @param homeConstant its constant in the definition that declares it
 * @param argumentsRecord the record of its arguments, nested in the definition that declares it
 * @param resultCodec the codec of its result, nested there too
 */
record ServiceMethod(Method method, JavaName home, boolean isInherited, String constant, String homeConstant,
        String argumentsRecord, String resultCodec, String service) {

    /** The record of its arguments, as written in a definition. */
    String arguments(CompilationUnit unit) {
        return isInherited ? unit.use(home) + "." + argumentsRecord : argumentsRecord;
    }

    String inheritedConstant(CompilationUnit unit) {
        return unit.use(home) + "." + homeConstant;
    }
}
