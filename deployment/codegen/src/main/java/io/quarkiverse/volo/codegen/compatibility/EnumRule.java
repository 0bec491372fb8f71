package io.quarkiverse.volo.codegen.compatibility;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import io.quarkiverse.volo.codegen.model.Enumeration;
import io.quarkiverse.volo.codegen.model.Enumeration.Member;

/** An enum: messages carry its numbers, code its names. */
final class EnumRule {

    private final Findings findings;

    EnumRule(Findings findings) {
        this.findings = findings;
    }

    void compare(Enumeration was, Enumeration is) {
        String name = was.type().name();
        ReservedRule reserved = new ReservedRule("enum", "number", was.annotations(), is.annotations(), findings);
        reserved.annotations(is.location(), name);
        Map<String, Member> names = new HashMap<>();
        Map<Integer, Member> added = new HashMap<>();
        is.members().forEach(member -> {
            names.put(member.name(), member);
            added.put(member.number(), member);
        });
        Set<String> before = new HashSet<>();
        was.members().forEach(member -> before.add(member.name()));
        added.values().removeIf(member -> before.contains(member.name()));
        for (Member member : was.members()) {
            compare(member, names, added, name + "." + member.name(), reserved);
        }
        added.values().forEach(member -> reserved.added(member.number(), member.location(), name + "." + member.name()));
    }

    /** @param added what is new, by number; what turns out to be only renamed is taken away */
    private void compare(Member was, Map<String, Member> names, Map<Integer, Member> added, String subject,
            ReservedRule reserved) {
        Member is = names.get(was.name());
        if (is != null && is.number() != was.number()) {
            findings.wire(is.location(), subject, "number " + is.number() + " (was " + was.number() + ")");
        } else if (is == null) {
            Member renamed = added.remove(was.number());
            if (renamed == null) {
                reserved.removed(was.number(), was.location(), subject);
            } else {
                findings.source(renamed.location(), subject, "name '" + renamed.name() + "' (was '" + was.name() + "')");
            }
        }
    }
}
