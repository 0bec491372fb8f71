package io.quarkiverse.volo.thrift.descriptor;

/** A type that an IDL file defines. */
public sealed interface DefinedType permits StructDescriptor, EnumDescriptor {

    /** As in the IDL. */
    String name();

    Annotations annotations();

    /** The comment above it, without stars; empty if there is none. */
    String comment();
}
