package io.quarkiverse.volo.codegen.java;

import io.quarkiverse.volo.codegen.model.Type;
import io.quarkiverse.volo.codegen.source.JavaName;

/** The types that generated code uses, ours among them: nothing else of the runtime may be named here. */
final class Library {

    static final JavaName OBJECTS = new JavaName("java.util", "Objects");
    static final JavaName LIST = new JavaName("java.util", "List");
    static final JavaName SET = new JavaName("java.util", "Set");
    static final JavaName MAP = new JavaName("java.util", "Map");
    static final JavaName UUID = new JavaName("java.util", "UUID");
    static final JavaName VAR_HANDLE = new JavaName("java.lang.invoke", "VarHandle");
    static final JavaName UNI = new JavaName("io.smallrye.mutiny", "Uni");

    static final JavaName BINARY = ours("thrift.value", "Binary");
    static final JavaName IMMUTABLE_LIST = ours("thrift.value", "ImmutableList");
    static final JavaName IMMUTABLE_SET = ours("thrift.value", "ImmutableSet");
    static final JavaName IMMUTABLE_MAP = ours("thrift.value", "ImmutableMap");
    static final JavaName UNKNOWN_FIELDS = ours("thrift.value", "UnknownFields");
    static final JavaName FIELD_KEEPER = ours("thrift.codec", "FieldKeeper");
    static final JavaName STRUCT_CODEC = ours("thrift.codec", "StructCodec");
    static final JavaName RESULT_CODEC = ours("thrift.codec", "ResultCodec");
    static final JavaName READER = ours("thrift.codec", "ThriftReader");
    static final JavaName WRITER = ours("thrift.codec", "ThriftWriter");
    static final JavaName THRIFT_TYPE = ours("thrift.codec", "ThriftType");
    static final JavaName IDL_FILE = ours("thrift.descriptor", "IdlFile");
    static final JavaName STRUCT_DESCRIPTOR = ours("thrift.descriptor", "StructDescriptor");
    static final JavaName ENUM_DESCRIPTOR = ours("thrift.descriptor", "EnumDescriptor");
    static final JavaName SERVICE_DESCRIPTOR = ours("thrift.descriptor", "ServiceDescriptor");
    static final JavaName THRIFT_METHOD = ours("thrift", "ThriftMethod");
    static final JavaName THRIFT_EXCEPTION = ours("thrift", "ThriftException");
    static final JavaName DECLARED_EXCEPTION = ours("thrift.stub", "DeclaredException");
    static final JavaName THRIFT_SERVICE = ours("thrift.stub", "ThriftService");
    static final JavaName THRIFT_STUB = ours("thrift.stub", "ThriftStub");
    static final JavaName SERVER_METHOD = ours("thrift.stub", "ServerMethod");
    static final JavaName SERVICE_DEFINITION = ours("thrift.stub", "ServiceDefinition");
    static final JavaName CALL_OPTIONS = ours("client", "CallOptions");
    static final JavaName CLIENT_METHOD = ours("client", "ClientMethod");

    private Library() {
    }

    /** The list that keeps numbers in an array. */
    static JavaName numbers(Type element) {
        return ours("thrift.value", numbersName(element) + "List");
    }

    private static String numbersName(Type element) {
        return switch ((Type.Base) element) {
            case BOOL -> "Boolean";
            case BYTE -> "Byte";
            case I16 -> "Short";
            case I32 -> "Int";
            case I64 -> "Long";
            case DOUBLE -> "Double";
            case STRING, BINARY, UUID -> throw new IllegalArgumentException(element.shown() + " (expected: a number)");
        };
    }

    private static JavaName ours(String room, String simpleName) {
        return new JavaName("io.quarkiverse.volo." + room, simpleName);
    }
}
