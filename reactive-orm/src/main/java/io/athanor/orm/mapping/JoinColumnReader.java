package io.athanor.orm.mapping;

import io.athanor.orm.mapping.KeyColumns.KeyColumn;
import io.athanor.orm.mapping.RelationshipDraft.Shape;
import io.athanor.sql.ColumnOption;
import io.athanor.types.SqlType;
import jakarta.persistence.JoinColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a relationship says of the columns of a foreign key. */
final class JoinColumnReader {
    private final Attribute attribute;
    private final List<KeyColumn> referred;
    private final String prefix;
    private final boolean isNullable;
    private final boolean isUnique;

    private JoinColumnReader(
            Attribute attribute, List<KeyColumn> referred, String prefix, boolean isNullable, boolean isUnique) {
        this.attribute = attribute;
        this.referred = referred;
        this.prefix = prefix;
        this.isNullable = isNullable;
        this.isUnique = isUnique && referred.size() == 1;
    }

    /** The columns in the owner's table that refer to the target's key. */
    static List<ColumnSpec> toOne(RelationshipDraft relationship, List<KeyColumn> referred) {
        return new JoinColumnReader(
                        relationship.attribute(),
                        referred,
                        SnakeCase.of(relationship.attribute().name()),
                        relationship.isOptional(),
                        relationship.shape() == Shape.ONE_TO_ONE
                                && !relationship.isKey()
                                && relationship.mapsId() == null)
                .read(relationship.join().columns());
    }

    /** The columns in the target's table that refer to the owner's key. */
    static List<ColumnSpec> inTarget(RelationshipDraft relationship, List<KeyColumn> referred) {
        return new JoinColumnReader(relationship.attribute(), referred, "", true, false)
                .read(relationship.join().columns());
    }

    /** Columns of a join table that refer to the key of one side. */
    static List<ColumnSpec> inTable(
            Attribute attribute, JoinColumn[] said, List<KeyColumn> referred, String prefix, boolean isUnique) {
        return new JoinColumnReader(attribute, referred, prefix, false, isUnique).read(Arrays.asList(said));
    }

    private List<ColumnSpec> read(List<JoinColumn> said) {
        if (!said.isEmpty() && said.size() != referred.size()) {
            throw attribute.error(
                    JoinColumn.class,
                    "is there " + said.size() + " times, and the key it refers to has the columns " + names()
                            + "; say one for each, with referencedColumnName");
        }
        List<ColumnSpec> columns = new ArrayList<>();
        for (KeyColumn key : referred) {
            columns.add(column(key.column(), said.isEmpty() ? null : saidOf(key.column(), said)));
        }
        return List.copyOf(columns);
    }

    private JoinColumn saidOf(ColumnSpec key, List<JoinColumn> said) {
        if (said.size() == 1 && said.get(0).referencedColumnName().isEmpty()) {
            return said.get(0);
        }
        for (JoinColumn column : said) {
            if (column.referencedColumnName().equals(key.name())) {
                return column;
            }
        }
        throw attribute.error(
                JoinColumn.class,
                "has no referencedColumnName \"" + key.name() + "\"; a foreign key refers to the whole primary key "
                        + names());
    }

    private ColumnSpec column(ColumnSpec key, @Nullable JoinColumn said) {
        List<ColumnOption<Object>> options = new ArrayList<>();
        if (!isNullable || (said != null && !said.nullable())) {
            options.add(ColumnOption.notNull());
        }
        if (isUnique || (said != null && said.unique())) {
            options.add(ColumnOption.unique());
        }
        if (said == null) {
            return new ColumnSpec(prefix + "_" + key.name(), key.type(), List.copyOf(options), true, true);
        }
        if (!said.comment().isEmpty()) {
            options.add(ColumnOption.comment(said.comment()));
        }
        if (!said.options().isEmpty() || said.check().length > 0) {
            throw attribute.error(JoinColumn.class, "has options or a check; say a check on @Table");
        }
        String name = said.name().isEmpty() ? prefix + "_" + key.name() : said.name();
        return new ColumnSpec(name, type(key), List.copyOf(options), said.insertable(), said.updatable(), said.table());
    }

    /** A foreign key is of the type of what it refers to, whatever a columnDefinition says. */
    private static SqlType<?> type(ColumnSpec key) {
        return key.type();
    }

    private List<String> names() {
        return referred.stream().map(key -> key.column().name()).toList();
    }
}
