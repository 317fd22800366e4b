package io.athanor.orm.mapping;

import jakarta.persistence.CascadeType;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** JPA's cascades in the words of this library. */
final class Cascades {
    private Cascades() {}

    /** New objects are saved and detached ones merged over any relationship; the rest is as declared. */
    static Set<Cascade> of(CascadeType[] declared, boolean orphanRemoval) {
        List<CascadeType> types = Arrays.asList(declared);
        EnumSet<Cascade> cascades = EnumSet.of(Cascade.SAVE_UPDATE, Cascade.MERGE);
        boolean all = types.contains(CascadeType.ALL);
        if (all || orphanRemoval || types.contains(CascadeType.REMOVE)) {
            cascades.add(Cascade.DELETE);
        }
        if (all || types.contains(CascadeType.REFRESH)) {
            cascades.add(Cascade.REFRESH);
        }
        if (all || types.contains(CascadeType.DETACH)) {
            cascades.add(Cascade.DETACH);
        }
        if (orphanRemoval) {
            cascades.add(Cascade.DELETE_ORPHAN);
        }
        return Collections.unmodifiableSet(cascades);
    }
}
