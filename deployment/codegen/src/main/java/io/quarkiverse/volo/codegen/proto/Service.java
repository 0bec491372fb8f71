package io.quarkiverse.volo.codegen.proto;

import java.util.List;
import java.util.Set;

import io.quarkiverse.volo.codegen.source.JavaName;

/**
 * A service.
 *
 * @param fullName with its package, if it has one
 * @param type the Java interface
 * @param definition the class that says how it is called and served
 * @param file the class that protoc made for the file
 * @param fileDeprecated whether javac warns of the use of that class
 * @param comment as in the IDL; empty if there is none
 * @param packageTypes all types that are generated into its Java package
 */
record Service(String fullName, JavaName type, JavaName definition, JavaName file, boolean fileDeprecated, String comment,
        List<Method> methods, Set<String> packageTypes) {

    /** Types nested in the interface of every service; its clients inherit them. */
    static final Set<String> NESTED = Set.of("Blocking", "Client", "BlockingClient");

    boolean deprecated() {
        return type.deprecated();
    }
}
