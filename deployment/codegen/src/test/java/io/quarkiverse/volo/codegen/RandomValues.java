package io.quarkiverse.volo.codegen;

import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongFunction;

import io.quarkiverse.volo.thrift.value.Binary;

/** Values of generated types, the same for the same seed; the edges of their ranges come often. */
final class RandomValues {

    private static final int LONGEST_CONTAINER = 20;
    private static final int LONGEST_TEXT = 300;
    private static final int DEEPEST = 4;

    private final Random random;
    private int depth;

    RandomValues(long seed) {
        random = new Random(seed);
    }

    Object of(Type type) {
        if (type instanceof ParameterizedType container) {
            return container(container);
        }
        Class<?> plain = (Class<?>) type;
        if (List.class.isAssignableFrom(plain)) {
            return listInAnArray(plain);
        }
        if (plain.isSealed()) {
            return unionMember(plain);
        }
        if (plain.isRecord()) {
            return record(plain);
        }
        return plain.isEnum() ? member(plain) : scalar(plain);
    }

    /** Of a union, but none that it does not name. */
    private Object unionMember(Class<?> union) {
        List<Class<?>> members = Arrays.stream(union.getPermittedSubclasses())
                .filter(member -> !member.getSimpleName().equals("Unknown"))
                .toList();
        return record(members.get(random.nextInt(members.size())));
    }

    /** Of numbers or bools: {@code LongList} and its like. */
    private Object listInAnArray(Class<?> list) {
        Method of = Arrays.stream(list.getMethods())
                .filter(method -> method.getName().equals("of") && method.isVarArgs() && method.getParameterCount() == 1
                        && method.getParameterTypes()[0].getComponentType().isPrimitive())
                .findFirst().orElseThrow();
        Class<?> element = of.getParameterTypes()[0].getComponentType();
        Object array = Array.newInstance(element, random.nextInt(LONGEST_CONTAINER));
        for (int i = 0; i < Array.getLength(array); i++) {
            Array.set(array, i, scalar(element));
        }
        try {
            return of.invoke(null, array);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object member(Class<?> type) {
        List<?> members = Arrays.stream(type.getEnumConstants())
                .filter(member -> !member.toString().equals("UNRECOGNIZED"))
                .toList();
        return members.get(random.nextInt(members.size()));
    }

    private Object scalar(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "boolean", "Boolean" -> random.nextBoolean();
            case "byte", "Byte" -> number(Byte.MIN_VALUE, Byte.MAX_VALUE, value -> (byte) value);
            case "short", "Short" -> number(Short.MIN_VALUE, Short.MAX_VALUE, value -> (short) value);
            case "int", "Integer" -> number(Integer.MIN_VALUE, Integer.MAX_VALUE, value -> (int) value);
            case "long", "Long" -> number(Long.MIN_VALUE, Long.MAX_VALUE, value -> value);
            case "double", "Double" -> number(Long.MIN_VALUE, Long.MAX_VALUE, Double::longBitsToDouble);
            case "String" -> text();
            case "Binary" -> bytes();
            case "UUID" -> new UUID(random.nextLong(), random.nextLong());
            default -> throw new IllegalArgumentException(type + " (expected: a type of the IDL)");
        };
    }

    /** An edge, or a number of any length. */
    private Object number(long least, long most, LongFunction<Object> as) {
        return as.apply(switch (random.nextInt(8)) {
            case 0 -> least;
            case 1 -> most;
            case 2 -> 0;
            case 3 -> -1;
            default -> random.nextLong() >> random.nextInt(Long.SIZE);
        });
    }

    /** Of ASCII, or of everything that is a character. */
    private String text() {
        StringBuilder text = new StringBuilder();
        int limit = random.nextBoolean() ? 0x80 : Character.MAX_CODE_POINT + 1;
        for (int length = random.nextInt(LONGEST_TEXT); length > 0; length--) {
            int point = random.nextInt(limit) >> (limit == 0x80 ? 0 : random.nextInt(14));
            boolean surrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
            text.appendCodePoint(surrogate ? '-' : point);
        }
        return text.toString();
    }

    private Binary bytes() {
        byte[] bytes = new byte[random.nextInt(LONGEST_TEXT)];
        random.nextBytes(bytes);
        return Binary.copyOf(bytes);
    }

    /** Those that are deep inside are empty: a type may contain itself. */
    private Object container(ParameterizedType type) {
        depth++;
        Object container = container(type, depth > DEEPEST ? 0 : random.nextInt(LONGEST_CONTAINER + 1));
        depth--;
        return container;
    }

    private Object container(ParameterizedType type, int size) {
        Type first = type.getActualTypeArguments()[0];
        if (type.getRawType() == Map.class) {
            Map<Object, Object> map = new LinkedHashMap<>();
            for (int i = 0; i < size; i++) {
                map.put(of(first), of(type.getActualTypeArguments()[1]));
            }
            return map;
        }
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            list.add(of(first));
        }
        return type.getRawType() == Set.class ? new LinkedHashSet<>(list) : list;
    }

    private Object record(Class<?> type) {
        Object[] arguments = Arrays.stream(type.getRecordComponents()).map(this::component).toArray();
        try {
            return type.getDeclaredConstructors()[0].newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object component(RecordComponent component) {
        boolean nullable = Arrays.stream(component.getAnnotatedType().getAnnotations())
                .anyMatch(annotation -> annotation.annotationType().getSimpleName().equals("Nullable"));
        return nullable && random.nextInt(3) == 0 ? null : of(component.getGenericType());
    }
}
