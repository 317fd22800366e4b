package io.athanor.orm.mapping;

import io.athanor.MappingException;
import io.athanor.orm.mapping.BasicDraft.Role;
import jakarta.persistence.Basic;
import jakarta.persistence.FetchType;
import java.util.List;

/** Which attributes are read when they are asked for, and not before. */
final class Deferrals {
    private Deferrals() {}

    /** What the attribute is to the entity, going by {@code @Basic(fetch = …)}. */
    static Role role(Attribute attribute) {
        return isLazy(attribute) ? Role.DEFERRED : Role.PLAIN;
    }

    private static boolean isLazy(Attribute attribute) {
        Basic said = attribute.annotation(Basic.class);
        return said != null && said.fetch() == FetchType.LAZY;
    }

    /** Refuses to defer what no row is known without. */
    static void check(Attribute attribute, Role role) {
        if (isLazy(attribute) && role != Role.DEFERRED) {
            throw attribute.error(
                    Basic.class,
                    "is LAZY on the " + role.name().toLowerCase(java.util.Locale.ROOT) + ", without"
                            + " which no row is known; remove fetch");
        }
    }

    /** Refuses to defer what no row is known without, and an empty group. */
    static void check(EntityMapping<?> mapping, List<MappedColumn> columns) {
        if (columns.isEmpty()) {
            throw new MappingException(mapping.type().getName() + ": is to defer nothing; name attributes");
        }
        for (MappedColumn column : columns) {
            if (column.isKey() || column.isVersion() || column.isDiscriminator() || column.reference() != null) {
                throw new MappingException(
                        mapping.type().getName() + "." + column.path() + ": is to be deferred, and no"
                                + " row is known without key, version and foreign keys; leave it out");
            }
        }
    }
}
