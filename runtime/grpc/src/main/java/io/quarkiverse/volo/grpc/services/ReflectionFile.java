package io.quarkiverse.volo.grpc.services;

import com.google.protobuf.Descriptors.FileDescriptor;

/** What {@code reflection.proto} declares, the same in all its versions but for its package. */
final class ReflectionFile {

    static final String SERVICE = "ServerReflection";
    static final String METHOD = "ServerReflectionInfo";
    static final String REQUEST = "ServerReflectionRequest";
    static final String REPLY = "ServerReflectionResponse";

    private ReflectionFile() {
    }

    /** @param version {@code v1} or {@code v1alpha} */
    static FileDescriptor make(String version) {
        FileBuilder file = new FileBuilder("grpc.reflection." + version, "grpc/reflection/" + version + "/reflection.proto");
        file.message(REQUEST).text("host", 1).text("file_by_filename", 3).text("file_containing_symbol", 4)
                .message("file_containing_extension", 5, "ExtensionRequest").text("all_extension_numbers_of_type", 6)
                .text("list_services", 7).oneof("message_request", 3);
        file.message("ExtensionRequest").text("containing_type", 1).integer("extension_number", 2);
        file.message(REPLY).text("valid_host", 1).message("original_request", 2, REQUEST)
                .message("file_descriptor_response", 4, "FileDescriptorResponse")
                .message("all_extension_numbers_response", 5, "ExtensionNumberResponse")
                .message("list_services_response", 6, "ListServiceResponse").message("error_response", 7, "ErrorResponse")
                .oneof("message_response", 4);
        file.message("FileDescriptorResponse").bytes("file_descriptor_proto", 1);
        file.message("ExtensionNumberResponse").text("base_type_name", 1).integers("extension_number", 2);
        file.message("ListServiceResponse").messages("service", 1, "ServiceResponse");
        file.message("ServiceResponse").text("name", 1);
        file.message("ErrorResponse").integer("error_code", 1).text("error_message", 2);
        file.service(SERVICE).method(METHOD, REQUEST, true, REPLY, true);
        return file.build();
    }
}
