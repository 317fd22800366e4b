package io.athanor.orm.mapping;

import io.athanor.orm.mapping.RelationshipDraft.Joined;
import io.athanor.orm.mapping.RelationshipDraft.Shape;
import io.athanor.orm.mapping.RelationshipMapping.Holder;
import io.athanor.sql.Column;
import io.athanor.sql.ForeignKey;
import io.athanor.sql.TableName;
import io.athanor.sql.TypedTable;
import jakarta.persistence.JoinColumn;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Relationships that code declares, with the foreign keys that the tables' constraints say. Confined to one build. */
final class DeclaredRelationships {
    private static final Map<Class<?>, Holder> HOLDERS = Map.of(
            Collection.class, Holder.LIST,
            List.class, Holder.LIST,
            Set.class, Holder.SET,
            Map.class, Holder.MAP);

    private final Declarations declarations;
    private final Map<RelationshipDraft, RelationshipDeclaration> byTable = new HashMap<>();

    DeclaredRelationships(Declarations declarations) {
        this.declarations = declarations;
    }

    RelationshipDraft read(
            EntityDeclaration<?> owner, Attribute attribute, RelationshipDeclaration said, boolean isKey) {
        Class<?> target = target(attribute, said);
        List<JoinColumn> columns = said.mappedBy() == null ? columns(owner, attribute, said, target) : List.of();
        RelationshipDraft draft = new RelationshipDraft(
                attribute,
                said.shape(),
                target,
                holder(attribute, said),
                said.cascades(),
                said.isOptional(),
                said.mappedBy(),
                new Joined(columns, null, null),
                null,
                said.mapKey(),
                null,
                isKey,
                null);
        if (said.joinTable() != null) {
            byTable.put(draft, said);
        }
        return draft;
    }

    /** The columns that to-one relationships of {@code drafts} write. */
    Set<String> columns(List<AttributeDraft> drafts) {
        Set<String> names = new HashSet<>();
        for (AttributeDraft draft : drafts) {
            if (draft instanceof RelationshipDraft relationship && relationship.hasForeignKey()) {
                relationship.join().columns().forEach(column -> names.add(column.name()));
            }
        }
        return names;
    }

    /** The join table that code has given a relationship, null if it has not. */
    @Nullable
    RelationshipDeclaration joinTable(RelationshipDraft relationship) {
        return byTable.get(relationship);
    }

    private static boolean isToOne(RelationshipDeclaration said) {
        return said.shape() == Shape.MANY_TO_ONE || said.shape() == Shape.ONE_TO_ONE;
    }

    private static Holder holder(Attribute attribute, RelationshipDeclaration said) {
        Holder holder = HOLDERS.get(attribute.rawType());
        if (isToOne(said)) {
            if (holder != null) {
                throw attribute.error("leads to one entity, and the attribute holds many; say oneToMany or manyToMany");
            }
            return Holder.ONE;
        }
        if (holder == null) {
            throw attribute.error("leads to many entities, and the attribute is a "
                    + attribute.rawType().getName() + "; declare it as Collection, List, Set or Map");
        }
        if ((holder == Holder.MAP) != (said.mapKey() != null)) {
            throw attribute.error(
                    "is a map of entities if mapKey(…) says by which attribute of theirs, and else is none");
        }
        return holder;
    }

    private static Class<?> target(Attribute attribute, RelationshipDeclaration said) {
        Class<?> named = said.target();
        if (named != null) {
            return named;
        }
        if (isToOne(said)) {
            return attribute.rawType();
        }
        Type element = TypeArguments.last(attribute.type());
        if (element == null) {
            throw attribute.error("does not say what is in it; declare a List<Comment>, or say target(Comment.class)");
        }
        return TypeArguments.raw(element);
    }

    private List<JoinColumn> columns(
            EntityDeclaration<?> owner, Attribute attribute, RelationshipDeclaration said, Class<?> target) {
        TableName targetName = declarations.tableName(target, attribute);
        if (said.shape() == Shape.MANY_TO_MANY) {
            return List.of();
        }
        if (isToOne(said)) {
            ForeignKeys keys = new ForeignKeys(attribute, owner.table(), targetName);
            return joinColumns(keys, said.foreignKey(), said.shape() == Shape.ONE_TO_ONE);
        }
        TypedTable<?> members = declarations.table(target);
        if (members == null) {
            throw attribute.error("leads to " + target.getName()
                    + ", which is mapped by annotations; say mappedBy(\"…\"), its attribute that refers back");
        }
        return joinColumns(new ForeignKeys(attribute, members, owner.table().name()), said.foreignKey(), false);
    }

    private static List<JoinColumn> joinColumns(ForeignKeys keys, List<Column<?>> said, boolean mayBeInverse) {
        ForeignKey key = keys.of(said, mayBeInverse);
        if (key == null) {
            return List.of(new NamedJoinColumn(said.get(0).name(), ""));
        }
        List<JoinColumn> columns = new ArrayList<>();
        for (int i = 0; i < key.columns().size(); i++) {
            columns.add(new NamedJoinColumn(
                    key.columns().get(i).name(), key.targetColumns().get(i).name()));
        }
        return List.copyOf(columns);
    }
}
