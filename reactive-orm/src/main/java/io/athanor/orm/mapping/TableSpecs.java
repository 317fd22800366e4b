package io.athanor.orm.mapping;

import io.athanor.MappingException;
import io.athanor.orm.mapping.TableSpec.ForeignKeySpec;
import io.athanor.sql.ColumnOption;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Puts together the tables of entities: what all classes of a hierarchy have in one. */
final class TableSpecs {
    private final Map<Class<?>, EntityColumns> columns;
    private final Map<Class<?>, List<ForeignKeySpec>> foreignKeys;

    TableSpecs(Map<Class<?>, EntityColumns> columns, Map<Class<?>, List<ForeignKeySpec>> foreignKeys) {
        this.columns = columns;
        this.foreignKeys = foreignKeys;
    }

    /** The table of {@code root}, with the columns of all classes of its hierarchy, of which it is the first. */
    TableSpec of(EntityDraft root, List<EntityDraft> hierarchy) {
        Map<String, ColumnSpec> all = new LinkedHashMap<>();
        List<ForeignKeySpec> references = new ArrayList<>();
        for (EntityDraft each : hierarchy) {
            for (ColumnSpec column :
                    Objects.requireNonNull(columns.get(each.type())).ofTable()) {
                ColumnSpec other =
                        all.putIfAbsent(column.name(), each.type() == root.type() ? column : nullable(column));
                if (other != null
                        && !other.type().dataType().equals(column.type().dataType())) {
                    throw new MappingException(each.type().getName() + ": has the column \"" + column.name() + "\" as "
                            + column.type() + ", and another class of its hierarchy has it as " + other.type()
                            + "; give one of them another name");
                }
            }
            Objects.requireNonNull(foreignKeys.get(each.type())).stream()
                    .filter(key -> references.stream()
                            .noneMatch(other -> other.columns().equals(key.columns())))
                    .forEach(references::add);
        }
        Table said = root.said();
        TableReader reader = new TableReader(root.type().getName(), List.copyOf(all.keySet()));
        return new TableSpec(
                root.table(),
                List.copyOf(all.values()),
                reader.keys(said == null ? new UniqueConstraint[0] : said.uniqueConstraints()),
                List.copyOf(references),
                CheckReader.read(root.type().getName(), said == null ? new CheckConstraint[0] : said.check()),
                reader.indexes(said == null ? new Index[0] : said.indexes()),
                said == null || said.comment().isEmpty() ? null : said.comment());
    }

    /** What only some classes of a hierarchy have is NULL in the rows of the others. */
    private static ColumnSpec nullable(ColumnSpec column) {
        return new ColumnSpec(
                column.name(),
                column.type(),
                column.options().stream()
                        .filter(option -> option != ColumnOption.Flag.NOT_NULL)
                        .toList(),
                column.insertable(),
                column.updatable());
    }
}
