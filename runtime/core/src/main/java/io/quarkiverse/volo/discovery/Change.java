package io.quarkiverse.volo.discovery;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.quarkiverse.volo.context.Address;

/**
 * Instances of a service came or went.
 *
 * @param instances all that there are now
 * @param added those of them that came
 * @param removed those that went
 */
public record Change(List<Address> instances, Set<Address> added, Set<Address> removed) {

    public Change {
        instances = List.copyOf(instances);
        added = Set.copyOf(added);
        removed = Set.copyOf(removed);
    }

    /** What has to change for these to become those. */
    public static Change between(List<Address> before, List<Address> after) {
        Set<Address> added = new LinkedHashSet<>(after);
        before.forEach(added::remove);
        Set<Address> removed = new LinkedHashSet<>(before);
        after.forEach(removed::remove);
        return new Change(after, added, removed);
    }

    /** Whether nothing came or went. */
    public boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty();
    }
}
