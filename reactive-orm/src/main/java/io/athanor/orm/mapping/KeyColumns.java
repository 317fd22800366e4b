package io.athanor.orm.mapping;

import io.athanor.sql.ColumnOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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

    List<KeyColumn> of(EntityDraft entity) {
        List<KeyColumn> columns = known.get(entity.type());
        if (columns == null) {
            if (!open.add(entity.type())) {
                throw new io.athanor.ConfigurationException(entity.type().getName()
                        + ": its @Id is a relationship that leads back to itself; give one of the"
                        + " entities on the way an @Id of its own");
            }
            columns = read(entity);
            known.put(entity.type(), columns);
        }
        return columns;
    }

    private List<KeyColumn> read(EntityDraft entity) {
        List<KeyColumn> columns = new ArrayList<>();
        for (AttributeDraft attribute : entity.attributes()) {
            if (!attribute.isKey()) {
                continue;
            }
            if (attribute instanceof BasicDraft basic) {
                columns.add(new KeyColumn(basic.path(), basic.column()));
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
}
