package io.athanor.orm.mapping;

import io.athanor.MappingException;
import io.athanor.sql.ColumnOption;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.MapsId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The columns of each entity's primary key, also where it is made of foreign keys to others. Confined to one build. */
final class KeyColumns {
    private final Drafts drafts;
    private final Map<Class<?>, List<KeyColumn>> known = new HashMap<>();
    private final Set<Class<?>> open = new HashSet<>();

    KeyColumns(Drafts drafts) {
        this.drafts = drafts;
    }

    /**
     * A column of a primary key.
     *
     * @param path the attribute
     * @param column the column
     */
    record KeyColumn(String path, ColumnSpec column) {}

    /**
     * A column of a primary key whose value is that of a foreign key: {@code @MapsId}.
     *
     * @param reference the relationship that has the foreign key
     * @param part which part of it
     * @param column the column
     */
    record Shared(RelationshipDraft reference, int part, ColumnSpec column) {}

    List<KeyColumn> of(EntityDraft entity) {
        List<KeyColumn> columns = known.get(entity.type());
        if (columns == null) {
            if (!open.add(entity.type())) {
                throw new MappingException(
                        entity.type().getName() + ": its key is a relationship that leads back to itself;"
                                + " give one of the entities on the way an @Id of its own");
            }
            EntityDraft parent = entity.parent();
            columns = parent != null && entity.strategy() == InheritanceType.JOINED
                    ? linked(entity, of(parent))
                    : read(entity);
            known.put(entity.type(), columns);
        }
        return columns;
    }

    /** Of the entity of a class that a relationship mentions. */
    List<KeyColumn> of(RelationshipDraft relationship, Class<?> type) {
        return of(drafts.of(relationship, type));
    }

    /** A joined subclass has a table of its own with the same key, which may be called otherwise. */
    private static List<KeyColumn> linked(EntityDraft entity, List<KeyColumn> parent) {
        List<ColumnSpec> own = KeyLinks.ofSubclass(
                entity, parent.stream().map(KeyColumn::column).toList());
        List<KeyColumn> columns = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            columns.add(new KeyColumn(parent.get(i).path(), own.get(i)));
        }
        return List.copyOf(columns);
    }

    private List<KeyColumn> read(EntityDraft entity) {
        Map<String, Shared> shared = shared(entity);
        List<KeyColumn> columns = new ArrayList<>();
        for (AttributeDraft attribute : entity.attributes()) {
            if (!attribute.isKey()) {
                continue;
            }
            if (attribute instanceof BasicDraft basic) {
                Shared column = shared.get(basic.path());
                columns.add(new KeyColumn(basic.path(), column == null ? basic.column() : column.column()));
            } else if (attribute instanceof RelationshipDraft relationship) {
                columns.addAll(ofRelationship(relationship));
            }
        }
        return List.copyOf(columns);
    }

    private List<KeyColumn> ofRelationship(RelationshipDraft relationship) {
        List<KeyColumn> referred = of(drafts.target(relationship));
        List<ColumnSpec> own = JoinColumnReader.toOne(relationship, referred);
        List<KeyColumn> columns = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            columns.add(new KeyColumn(
                    relationship.name() + "." + referred.get(i).path(),
                    own.get(i).with(ColumnOption.primaryKey())));
        }
        return columns;
    }

    /** The attributes of the key, by their paths, that a relationship gives their values. */
    Map<String, Shared> shared(EntityDraft entity) {
        Map<String, Shared> shared = new LinkedHashMap<>();
        for (RelationshipDraft relationship : entity.relationships()) {
            if (relationship.mapsId() != null) {
                List<ColumnSpec> own = JoinColumnReader.toOne(relationship, of(drafts.target(relationship)));
                List<BasicDraft> parts = entity.keyParts(relationship.mapsId());
                if (parts.size() != own.size()) {
                    throw relationship
                            .attribute()
                            .error(
                                    MapsId.class,
                                    "names " + parts.size() + " attributes of the key, and"
                                            + " the foreign key has " + own.size()
                                            + " columns; name the part of the key that is of the"
                                            + " target's key");
                }
                for (int i = 0; i < parts.size(); i++) {
                    ColumnSpec column = own.get(i).with(ColumnOption.primaryKey());
                    shared.put(parts.get(i).path(), new Shared(relationship, i, column));
                }
            }
        }
        return shared;
    }
}
