package io.athanor.orm.mapping;

import io.athanor.sql.Column;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where in the collection that it is in a member is, as columns keep it: those of the join table if there is one, of the
 * member's own table otherwise. Immutable.
 *
 * @param kind what the columns keep
 * @param columns the columns; several only where the key of an entity has several
 * @param entity of which entity they are the key, null if they are none
 */
public record MemberPlace(Kind kind, List<Column<?>> columns, @Nullable EntityMapping<?> entity) {
    /** What says where a member is. */
    public enum Kind {
        /** Its position in a list, from 0: {@code @OrderColumn}. */
        INDEX,
        /** The value by which a map has it: {@code @MapKeyColumn}. */
        KEY,
        /** The entity by which a map has it: {@code @MapKeyJoinColumn}. */
        ENTITY
    }
}
