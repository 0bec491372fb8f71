package io.quarkiverse.volo.codegen;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.codegen.model.Annotations;
import io.quarkiverse.volo.codegen.model.Constant;
import io.quarkiverse.volo.codegen.model.Document;
import io.quarkiverse.volo.codegen.model.Enumeration;
import io.quarkiverse.volo.codegen.model.Field;
import io.quarkiverse.volo.codegen.model.Method;
import io.quarkiverse.volo.codegen.model.Program;
import io.quarkiverse.volo.codegen.model.Service;
import io.quarkiverse.volo.codegen.model.Struct;
import io.quarkiverse.volo.codegen.model.Type;
import io.quarkiverse.volo.codegen.model.TypeUse;
import io.quarkiverse.volo.codegen.model.Typedef;
import io.quarkiverse.volo.codegen.syntax.Requiredness;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Our model in the form in which {@code thrift --gen json} prints Apache's, without comments. */
final class ApacheTree {

    private final Program program;
    private final Document main;
    private final ApacheValues values;

    ApacheTree(Program program) {
        this.program = program;
        this.main = Corpus.main(program);
        this.values = new ApacheValues(program);
    }

    JsonObject dump() {
        JsonObject namespaces = new JsonObject();
        main.namespaces().forEach((language, namespace) -> namespaces.put(language, namespace.value()));
        return new JsonObject().put("name", main.stem())
                .put("namespaces", namespaces)
                .put("includes", new JsonArray(main.includes().stream().map(ApacheTree::stem).toList()))
                .put("enums", array(main.enumerations().stream().map(this::enumeration).toList()))
                .put("typedefs", array(main.typedefs().stream().map(this::typedef).toList()))
                .put("structs", array(main.structs().stream().map(this::struct).toList()))
                .put("constants", array(main.constants().stream().map(this::constant).toList()))
                .put("services", array(main.services().stream().map(this::service).toList()));
    }

    private static JsonArray array(List<JsonObject> elements) {
        return new JsonArray(elements);
    }

    private static String stem(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        return name.substring(0, name.lastIndexOf('.'));
    }

    private JsonObject enumeration(Enumeration enumeration) {
        JsonArray members = new JsonArray();
        enumeration.members()
                .forEach(member -> members.add(new JsonObject().put("name", member.name()).put("value", member.number())));
        return annotated(new JsonObject().put("name", enumeration.type().name()), enumeration.annotations())
                .put("members", members);
    }

    private JsonObject typedef(Typedef typedef) {
        return annotated(typed(typedef.name().name(), typedef.use()), typedef.annotations());
    }

    private JsonObject struct(Struct struct) {
        return annotated(new JsonObject().put("name", struct.type().name()), struct.annotations())
                .put("isException", struct.type().kind() == Type.Kind.EXCEPTION)
                .put("isUnion", struct.type().kind() == Type.Kind.UNION)
                .put("fields", array(struct.fields().stream().map(field -> field(field, field.isOptional())).toList()));
    }

    private JsonObject field(Field field, boolean optional) {
        JsonObject json = annotated(typed(field.name(), field.use()), field.annotations()).put("key", field.id());
        json.put("required", field.requiredness() == Requiredness.REQUIRED ? "required" : optional ? "optional" : "req_out");
        return field.defaultValue() == null ? json : json.put("default", values.json(field.defaultValue()));
    }

    private JsonObject constant(Constant constant) {
        return typed(constant.name(), constant.use()).put("value", values.json(constant.value()));
    }

    private JsonObject service(Service service) {
        JsonObject json = annotated(new JsonObject().put("name", service.name().name()), service.annotations());
        Service.Name base = service.base();
        if (base != null) {
            json.put("extends", qualified(base.file(), base.name()));
        }
        return json.put("functions", array(service.methods().stream().map(this::method).toList()));
    }

    /** Apache's compiler ignores optional before an argument. */
    private JsonObject method(Method method) {
        JsonObject json = annotated(new JsonObject().put("name", method.name()), method.annotations())
                .put("oneway", method.oneway())
                .put("arguments", array(method.arguments().stream().map(argument -> field(argument, false)).toList()))
                .put("exceptions", array(method.exceptions().stream().map(exception -> field(exception, false)).toList()));
        TypeUse result = method.resultUse();
        return result == null ? json.put("returnTypeId", "void") : typed(json, "returnTypeId", "returnType", result);
    }

    private JsonObject typed(String name, TypeUse use) {
        return typed(new JsonObject().put("name", name), "typeId", "type", use);
    }

    /** A type's name and, where it is not a base type, its own object. */
    private JsonObject typed(JsonObject into, String id, String object, TypeUse use) {
        TypeUse written = written(use);
        into.put(id, id(written.type()));
        boolean described = !(written.type() instanceof Type.Base) && !id(written.type()).equals("i32");
        return described ? into.put(object, described(written)) : into;
    }

    private JsonObject described(TypeUse use) {
        JsonObject json = new JsonObject().put("typeId", id(use.type()));
        if (use.type() instanceof Type.Declared declared) {
            annotated(json, program.struct(declared).annotations());
            return json.put("class", qualified(declared.file(), declared.name()));
        }
        annotated(json, use.annotations());
        List<TypeUse> arguments = use.arguments();
        if (arguments.size() == 1) {
            return typed(json, "elemTypeId", "elemType", arguments.get(0));
        }
        typed(json, "keyTypeId", "keyType", arguments.get(0));
        return typed(json, "valueTypeId", "valueType", arguments.get(1));
    }

    /** What a typedef, or a typedef of a typedef, stands for. */
    private TypeUse written(TypeUse use) {
        TypeUse written = use;
        while (written.typedef() != null) {
            Typedef.Name name = written.typedef();
            written = program.documents().stream()
                    .flatMap(document -> document.typedefs().stream())
                    .filter(typedef -> typedef.name().equals(name))
                    .findFirst().orElseThrow().use();
        }
        return written;
    }

    private static String id(Type type) {
        if (type instanceof Type.Declared declared) {
            return switch (declared.kind()) {
                case ENUM -> "i32";
                case EXCEPTION -> "exception";
                case STRUCT -> "struct";
                case UNION -> "union";
            };
        }
        if (type instanceof Type.Base) {
            return type == Type.Base.BYTE ? "i8" : type.shown();
        }
        return type instanceof Type.MapOf ? "map" : type instanceof Type.SetOf ? "set" : "list";
    }

    private String qualified(String file, String name) {
        return file.equals(main.file()) ? name : stem(file) + "." + name;
    }

    private static JsonObject annotated(JsonObject json, Annotations annotations) {
        return annotations.isEmpty() ? json : json.put("annotations", new JsonObject(new TreeMap<>(annotations)));
    }

    /** Indented, without comments, the members of objects in the order of their names: fit to be compared as text. */
    static String sorted(JsonObject json) {
        return Json.encodePrettily(Objects.requireNonNull(sorted((Object) json)));
    }

    private static @Nullable Object sorted(@Nullable Object json) {
        if (json instanceof JsonObject object) {
            Map<String, Object> members = new TreeMap<>();
            object.forEach(member -> members.put(member.getKey(), sorted(member.getValue())));
            members.remove("doc");
            // An empty list may be written {} in Thrift, and Apache's compiler prints it so.
            return members.isEmpty() ? new JsonArray() : new JsonObject(members);
        }
        if (json instanceof JsonArray array) {
            JsonArray elements = new JsonArray();
            array.forEach(element -> elements.add(sorted(element)));
            return elements;
        }
        return json instanceof Number number ? Double.valueOf(number.doubleValue()) : json;
    }
}
