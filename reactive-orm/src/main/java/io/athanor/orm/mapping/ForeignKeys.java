package io.athanor.orm.mapping;

import io.athanor.sql.Column;
import io.athanor.sql.ForeignKey;
import io.athanor.sql.TableName;
import io.athanor.sql.TypedTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The foreign keys of a table to another, one of which an attribute goes by.
 *
 * @param attribute the attribute
 * @param from the table that refers
 * @param to the table referred to
 */
record ForeignKeys(Attribute attribute, TypedTable<?> from, TableName to) {
    /** All of them. */
    List<ForeignKey> all() {
        return from.foreignKeys().stream()
                .filter(key -> key.targetTable().name().equals(to))
                .toList();
    }

    /**
     * The one of the columns {@code said}, or the only one if none are; null if the one column that was said has no constraint.
     *
     * @param mayBeInverse whether the other side may be the one that refers
     */
    @Nullable
    ForeignKey of(List<Column<?>> said, boolean mayBeInverse) {
        if (!said.isEmpty()) {
            return ofColumns(said);
        }
        List<ForeignKey> all = all();
        if (all.isEmpty()) {
            throw attribute.error("goes by a foreign key, and " + from.name() + " has none to " + to
                    + "; declare it there, references(…), or say by(…) which column refers"
                    + (mayBeInverse ? ", or mappedBy(\"…\") if the other side has it" : ""));
        }
        if (all.size() > 1) {
            throw attribute.error("goes by a foreign key, and " + from.name() + " has several to " + to + ": by "
                    + all.stream().map(ForeignKey::columns).toList() + "; say by(…) which");
        }
        return all.get(0);
    }

    private @Nullable ForeignKey ofColumns(List<Column<?>> said) {
        List<String> names = said.stream().map(Column::name).toList();
        for (Column<?> column : said) {
            TypedTable<?> owner = column.source().table();
            if (owner == null || !owner.name().equals(from.name())) {
                throw attribute.error("goes by " + column + ", which is no column of " + from.name());
            }
        }
        for (ForeignKey key : all()) {
            List<String> columns = key.columns().stream().map(Column::name).toList();
            if (columns.size() == names.size() && columns.containsAll(names)) {
                return key;
            }
        }
        if (said.size() > 1) {
            throw attribute.error("goes by " + said + ", of which " + from.name() + " has no foreign key to " + to
                    + "; declare it there, so that it says which refers to which");
        }
        return null;
    }
}
