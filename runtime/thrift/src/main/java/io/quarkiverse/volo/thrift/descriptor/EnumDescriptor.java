package io.quarkiverse.volo.thrift.descriptor;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** An enum. */
public final class EnumDescriptor implements DefinedType {

    private final String name;
    private final List<Member> members;
    private final Annotations annotations;
    private final String comment;
    private final Map<String, Member> byName = new LinkedHashMap<>();
    private final Map<Integer, Member> byNumber = new HashMap<>();

    /** One of its members: names and numbers as in the IDL. */
    public record Member(String name, int number, Annotations annotations, String comment) {
    }

    EnumDescriptor(String name, List<Member> members, Annotations annotations, String comment) {
        this.name = name;
        this.members = List.copyOf(members);
        this.annotations = annotations;
        this.comment = comment;
        for (Member member : members) {
            byName.put(member.name(), member);
            byNumber.put(member.number(), member);
        }
    }

    @Override
    public String name() {
        return name;
    }

    /** In the order of the file. */
    public List<Member> members() {
        return members;
    }

    /** The member of this name; {@code null} if there is none. */
    public @Nullable Member member(String name) {
        return byName.get(name);
    }

    /** The member of this number; {@code null} if there is none. */
    public @Nullable Member member(int number) {
        return byNumber.get(number);
    }

    /** The names of all members, in the order of the file. */
    public Set<String> memberNames() {
        return Collections.unmodifiableSet(byName.keySet());
    }

    @Override
    public Annotations annotations() {
        return annotations;
    }

    @Override
    public String comment() {
        return comment;
    }

    @Override
    public String toString() {
        return "enum " + name;
    }
}
