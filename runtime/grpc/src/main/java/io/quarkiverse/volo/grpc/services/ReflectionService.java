package io.quarkiverse.volo.grpc.services;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DynamicMessage;

import io.grpc.Status;
import io.quarkiverse.volo.context.CallKind;
import io.quarkiverse.volo.grpc.GrpcMethod;
import io.quarkiverse.volo.grpc.codec.ProtobufCodec;
import io.quarkiverse.volo.grpc.stub.ServerMethod;
import io.smallrye.mutiny.Multi;

/**
 * {@code grpc.reflection.v1.ServerReflection}, and the same as {@code v1alpha}: tells callers which services there are and what
 * their files declare. A file is told together with all that it imports.
 */
public final class ReflectionService {

    private static final List<String> VERSIONS = List.of("v1", "v1alpha");

    private final TreeSet<String> services = new TreeSet<>();
    private final DescriptorIndex index;
    private final List<ServerMethod<?, ?>> methods = new ArrayList<>();

    /**
     * @param services the full names of the services that are told of, beside its own
     * @param files those that declare them
     */
    public ReflectionService(Collection<String> services, Collection<FileDescriptor> files) {
        this.services.addAll(services);
        List<FileDescriptor> all = new ArrayList<>(files);
        for (String version : VERSIONS) {
            FileDescriptor file = ReflectionFile.make(version);
            Version messages = new Version(file);
            this.services.add(messages.service());
            methods.add(messages.method());
            all.add(file);
        }
        this.index = new DescriptorIndex(all);
    }

    /** The methods that it serves. */
    public List<ServerMethod<?, ?>> methods() {
        return List.copyOf(methods);
    }

    /** The service as one version has it. */
    private final class Version {

        private final FileDescriptor file;
        private final Descriptor request;
        private final Descriptor reply;

        Version(FileDescriptor file) {
            this.file = file;
            this.request = type(ReflectionFile.REQUEST);
            this.reply = type(ReflectionFile.REPLY);
        }

        private Descriptor type(String name) {
            return file.findMessageTypeByName(name);
        }

        String service() {
            return file.getPackage() + "." + ReflectionFile.SERVICE;
        }

        ServerMethod<?, ?> method() {
            GrpcMethod<DynamicMessage, DynamicMessage> method = new GrpcMethod<>(service(), ReflectionFile.METHOD,
                    CallKind.BIDIRECTIONAL, ProtobufCodec.of(DynamicMessage.getDefaultInstance(request)),
                    ProtobufCodec.of(DynamicMessage.getDefaultInstance(reply)));
            return ServerMethod.bidirectional(method, this::answer);
        }

        private Multi<DynamicMessage> answer(Multi<DynamicMessage> questions) {
            return questions.onItem().transform(this::answer);
        }

        private DynamicMessage answer(DynamicMessage question) {
            FieldDescriptor asked = question.getOneofFieldDescriptor(request.getOneofs().get(0));
            DynamicMessage.Builder answer = DynamicMessage.newBuilder(reply)
                    .setField(reply.findFieldByName("valid_host"), question.getField(request.findFieldByName("host")))
                    .setField(reply.findFieldByName("original_request"), question);
            if (asked == null) {
                return refuse(answer, Status.Code.INVALID_ARGUMENT, "message_request: none (expected: one of its fields)");
            }
            Object about = question.getField(asked);
            return switch (asked.getName()) {
                case "file_by_filename" -> file(answer, index.file((String) about), "file", about);
                case "file_containing_symbol" -> file(answer, index.declaring((String) about), "symbol", about);
                case "file_containing_extension" -> extension(answer, (DynamicMessage) about);
                case "all_extension_numbers_of_type" -> extensions(answer, (String) about);
                default -> services(answer);
            };
        }

        private DynamicMessage file(DynamicMessage.Builder answer, @Nullable FileDescriptor found, String kind, Object name) {
            if (found == null) {
                return refuse(answer, Status.Code.NOT_FOUND, "unknown " + kind + ": '" + name + "'");
            }
            FieldDescriptor field = reply.findFieldByName("file_descriptor_response");
            DynamicMessage.Builder files = DynamicMessage.newBuilder(field.getMessageType());
            for (FileDescriptor each : DescriptorIndex.withImports(found)) {
                files.addRepeatedField(field.getMessageType().findFieldByNumber(1), each.toProto().toByteString());
            }
            return answer.setField(field, files.build()).build();
        }

        private DynamicMessage extension(DynamicMessage.Builder answer, DynamicMessage about) {
            String type = (String) about.getField(about.getDescriptorForType().findFieldByName("containing_type"));
            int number = (Integer) about.getField(about.getDescriptorForType().findFieldByName("extension_number"));
            return file(answer, index.extending(type, number), "extension", type + " " + number);
        }

        private DynamicMessage extensions(DynamicMessage.Builder answer, String message) {
            Collection<Integer> numbers = index.extensionsOf(message);
            if (numbers == null) {
                return refuse(answer, Status.Code.NOT_FOUND, "unknown message: '" + message + "'");
            }
            FieldDescriptor field = reply.findFieldByName("all_extension_numbers_response");
            DynamicMessage.Builder known = DynamicMessage.newBuilder(field.getMessageType());
            known.setField(field.getMessageType().findFieldByName("base_type_name"), message);
            numbers.forEach(
                    number -> known.addRepeatedField(field.getMessageType().findFieldByName("extension_number"), number));
            return answer.setField(field, known.build()).build();
        }

        private DynamicMessage services(DynamicMessage.Builder answer) {
            FieldDescriptor field = reply.findFieldByName("list_services_response");
            FieldDescriptor each = field.getMessageType().findFieldByName("service");
            DynamicMessage.Builder list = DynamicMessage.newBuilder(field.getMessageType());
            for (String name : services) {
                list.addRepeatedField(each, DynamicMessage.newBuilder(each.getMessageType())
                        .setField(each.getMessageType().findFieldByName("name"), name).build());
            }
            return answer.setField(field, list.build()).build();
        }

        private DynamicMessage refuse(DynamicMessage.Builder answer, Status.Code code, String message) {
            FieldDescriptor field = reply.findFieldByName("error_response");
            Descriptor type = field.getMessageType();
            return answer.setField(field, DynamicMessage.newBuilder(type)
                    .setField(type.findFieldByName("error_code"), code.value())
                    .setField(type.findFieldByName("error_message"), message).build()).build();
        }
    }
}
