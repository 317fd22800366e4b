package io.athanor.orm.mapping;

import io.athanor.MappingException;
import io.athanor.orm.mapping.BasicDraft.Role;
import io.athanor.sql.Column;
import io.athanor.sql.TypedTable;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Reads of a class and a table that code has put together what annotations say of others. */
final class DeclarationReader {
    private final EntityDeclaration<?> declaration;
    private final Class<?> type;
    private final TypedTable<?> table;
    private final PlainColumns columns;
    private final DeclaredRelationships relationships;
    private final Set<String> key;
    private final Set<String> met = new HashSet<>();
    private final List<AttributeDraft> drafts = new ArrayList<>();

    private DeclarationReader(EntityDeclaration<?> declaration, DeclaredRelationships relationships) {
        this.declaration = declaration;
        this.type = declaration.type();
        this.table = declaration.table();
        this.relationships = relationships;
        this.columns = new PlainColumns(declaration);
        this.key = Set.copyOf(declaration.key());
    }

    static EntityDraft read(EntityDeclaration<?> declaration, DeclaredRelationships relationships) {
        return new DeclarationReader(declaration, relationships).read();
    }

    private EntityDraft read() {
        checkClass();
        List<Attribute> attributes = PlainAttributes.of(type, declaration.isByAccessors(), declaration.ignored());
        requireKnown(attributes);
        for (Attribute attribute : attributes) {
            RelationshipDeclaration relationship = declaration.relationships().get(attribute.name());
            if (relationship != null) {
                met.add(attribute.name());
                drafts.add(relationships.read(declaration, attribute, relationship, key.contains(attribute.name())));
            }
        }
        Set<String> foreign = relationships.columns(drafts);
        attributes.stream()
                .filter(attribute -> !declaration.relationships().containsKey(attribute.name()))
                .forEach(attribute -> add(attribute, foreign, key.contains(attribute.name())));
        requireMet();
        requireKey();
        drafts.sort(Comparator.comparing(AttributeDraft::isKey).reversed());
        Construction construction = type.isRecord() ? Construction.none(type) : Construction.of(type);
        return new EntityDraft(
                type,
                null,
                declaration.name(),
                table.name(),
                null,
                List.copyOf(drafts),
                construction,
                declaration.callbacks());
    }

    private void checkClass() {
        if (type.isInterface() || type.isEnum() || Modifier.isAbstract(type.getModifiers())) {
            throw new MappingException(type.getName()
                    + ": is mapped, and nobody can make an object of it; map a class that is not abstract");
        }
        if (Inheritance.parent(type) != null) {
            throw new MappingException(
                    type.getName() + ": extends an entity; map the classes of a hierarchy by annotations");
        }
        if (!table.alias().equals(table.name().name())) {
            throw new MappingException(
                    type.getName() + ": is mapped to " + table + ", which is an alias; map it to the table itself");
        }
    }

    private void requireKnown(List<Attribute> attributes) {
        List<String> names = attributes.stream().map(Attribute::name).toList();
        Stream.of(
                        declaration.key(),
                        declaration.relationships().keySet(),
                        declaration.embedded(),
                        declaration.columns().keySet(),
                        declaration.generations().keySet())
                .flatMap(java.util.Collection::stream)
                .filter(path -> !names.contains(path.contains(".") ? path.substring(0, path.indexOf('.')) : path))
                .findFirst()
                .ifPresent(path -> {
                    throw new MappingException(type.getName() + ": has no attribute " + path + "; it has " + names);
                });
        String version = declaration.version();
        if (version != null && !names.contains(version)) {
            throw new MappingException(type.getName() + ": has no attribute " + version + "; it has " + names);
        }
    }

    private void add(Attribute attribute, Set<String> foreign, boolean isInKey) {
        met.add(attribute.path());
        if (declaration.embedded().contains(attribute.path())) {
            Set<String> none = Set.of();
            PlainEmbedding.parts(attribute, declaration.isByAccessors(), none)
                    .forEach(part -> add(part, foreign, isInKey));
            return;
        }
        boolean isVersion = attribute.path().equals(declaration.version());
        Column<?> column = columns.of(attribute);
        boolean isKey = isInKey || (key.isEmpty() && table.keyColumns().contains(column));
        Role role = isKey ? Role.KEY : isVersion ? Role.VERSION : Role.PLAIN;
        drafts.add(columns.draft(attribute, column, role, foreign.contains(column.name())));
    }

    /** What is said of parts of embedded objects is met when those are. */
    private void requireMet() {
        Stream.of(
                        declaration.embedded(),
                        declaration.columns().keySet(),
                        declaration.generations().keySet())
                .flatMap(Set::stream)
                .filter(path -> !met.contains(path))
                .findFirst()
                .ifPresent(path -> {
                    throw new MappingException(type.getName() + "." + path
                            + ": is named, and is no attribute with a column; say embedded(\"…\") of what it is in");
                });
    }

    private void requireKey() {
        if (drafts.stream().anyMatch(AttributeDraft::isKey)) {
            return;
        }
        Map<String, Column<?>> said = declaration.columns();
        throw new MappingException(type.getName() + ": no attribute has a column of the primary key of " + table + ", "
                + table.keyColumns() + (said.isEmpty() ? "" : " (said: " + said + ")")
                + "; say id(…), or the key's column of an attribute");
    }
}
