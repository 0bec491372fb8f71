package io.quarkiverse.volo.thrift.dynamic;

import io.quarkiverse.volo.thrift.descriptor.TypeDescriptor;
import io.quarkiverse.volo.thrift.value.ImmutableMap;
import io.quarkiverse.volo.thrift.value.ImmutableSet;

/** Begins containers whose keys are hashed: where keys cannot be compared, a stranger could choose them all of one hash. */
final class Containers {

    private Containers() {
    }

    static ImmutableSet.Builder<Object> set(TypeDescriptor element, int size) {
        return isComparable(element) ? ImmutableSet.builder(size) : ImmutableSet.guardedBuilder(size);
    }

    static ImmutableMap.Builder<Object, Object> map(TypeDescriptor key, int size) {
        return isComparable(key) ? ImmutableMap.builder(size) : ImmutableMap.guardedBuilder(size);
    }

    private static boolean isComparable(TypeDescriptor key) {
        return key instanceof TypeDescriptor.Base || WireTypes.isEnum(key);
    }
}
