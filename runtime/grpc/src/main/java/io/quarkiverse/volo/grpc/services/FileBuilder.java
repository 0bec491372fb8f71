package io.quarkiverse.volo.grpc.services;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumValueDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.MethodDescriptorProto;
import com.google.protobuf.DescriptorProtos.OneofDescriptorProto;
import com.google.protobuf.DescriptorProtos.ServiceDescriptorProto;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;

/** Declares in Java what a Protobuf file declares. */
final class FileBuilder {

    private final FileDescriptorProto.Builder file = FileDescriptorProto.newBuilder().setSyntax("proto3");

    FileBuilder(String protoPackage, String name) {
        file.setPackage(protoPackage).setName(name);
    }

    /** @return takes the message's fields */
    Message message(String name) {
        return new Message(file.addMessageTypeBuilder().setName(name), "." + file.getPackage() + ".");
    }

    /** @return takes the service's methods */
    Methods service(String name) {
        return new Methods(file.addServiceBuilder().setName(name), "." + file.getPackage() + ".");
    }

    FileDescriptor build() {
        try {
            return FileDescriptor.buildFrom(file.build(), new FileDescriptor[0]);
        } catch (DescriptorValidationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A message; types are of the same file. */
    record Message(DescriptorProto.Builder message, String scope) {

        Message text(String name, int number) {
            return add(name, number, FieldDescriptorProto.Type.TYPE_STRING);
        }

        Message integer(String name, int number) {
            return add(name, number, FieldDescriptorProto.Type.TYPE_INT32);
        }

        Message integers(String name, int number) {
            return add(name, number, FieldDescriptorProto.Type.TYPE_INT32).repeated();
        }

        Message bytes(String name, int number) {
            return add(name, number, FieldDescriptorProto.Type.TYPE_BYTES).repeated();
        }

        Message message(String name, int number, String type) {
            add(name, number, FieldDescriptorProto.Type.TYPE_MESSAGE);
            last().setTypeName(scope + type);
            return this;
        }

        Message messages(String name, int number, String type) {
            return message(name, number, type).repeated();
        }

        /** Of an enum that the message declares: its numbers go from 0 on. */
        Message choice(String name, int number, String type, String... values) {
            EnumDescriptorProto.Builder choices = message.addEnumTypeBuilder().setName(type);
            for (int i = 0; i < values.length; i++) {
                choices.addValue(EnumValueDescriptorProto.newBuilder().setName(values[i]).setNumber(i));
            }
            add(name, number, FieldDescriptorProto.Type.TYPE_ENUM);
            last().setTypeName(scope + message.getName() + "." + type);
            return this;
        }

        /** Of the fields from this number on, one is there. */
        Message oneof(String name, int fromNumber) {
            int index = message.getOneofDeclCount();
            message.addOneofDecl(OneofDescriptorProto.newBuilder().setName(name));
            message.getFieldBuilderList().stream().filter(field -> field.getNumber() >= fromNumber)
                    .forEach(field -> field.setOneofIndex(index));
            return this;
        }

        private Message add(String name, int number, FieldDescriptorProto.Type type) {
            message.addFieldBuilder().setName(name).setNumber(number).setType(type)
                    .setLabel(FieldDescriptorProto.Label.LABEL_OPTIONAL);
            return this;
        }

        private Message repeated() {
            last().setLabel(FieldDescriptorProto.Label.LABEL_REPEATED);
            return this;
        }

        private FieldDescriptorProto.Builder last() {
            return message.getFieldBuilder(message.getFieldCount() - 1);
        }
    }

    /** A service; types are of the same file. */
    record Methods(ServiceDescriptorProto.Builder service, String scope) {

        Methods method(String name, String request, boolean requests, String reply, boolean replies) {
            service.addMethod(MethodDescriptorProto.newBuilder().setName(name).setInputType(scope + request)
                    .setClientStreaming(requests).setOutputType(scope + reply).setServerStreaming(replies));
            return this;
        }
    }
}
