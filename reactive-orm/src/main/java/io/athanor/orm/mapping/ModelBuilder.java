package io.athanor.orm.mapping;

import io.athanor.orm.mapping.KeyColumns.KeyColumn;
import io.athanor.orm.mapping.TableSpec.ForeignKeySpec;
import io.athanor.sql.Column;
import io.athanor.sql.TypedTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Makes mappings that know each other of what single classes say. Confined to one build. */
final class ModelBuilder {
    private final Drafts drafts;
    private final KeyColumns keys;
    private final Map<Class<?>, EntityColumns> columns = new LinkedHashMap<>();
    private final Map<Class<?>, List<ForeignKeySpec>> foreignKeys = new LinkedHashMap<>();
    private final Map<ElementDraft, RelationshipMapping> elements = new LinkedHashMap<>();
    private final Map<Class<?>, EntityMapping<?>> mappings = new LinkedHashMap<>();

    private ModelBuilder(Drafts drafts) {
        this.drafts = drafts;
        this.keys = new KeyColumns(drafts);
    }

    static EntityModel build(Drafts drafts) {
        return new ModelBuilder(drafts).build();
    }

    private EntityModel build() {
        drafts.all().forEach(this::collectColumns);
        drafts.all().forEach(this::collectColumnsInTargets);
        makeMappings();
        RelationshipLinks links = new RelationshipLinks(drafts, keys, mappings);
        Map<RelationshipDraft, RelationshipMapping> relationships = links.resolve();
        drafts.all().forEach(draft -> complete(draft, relationships));
        linkHierarchies();
        relationships.values().forEach(MemberOrder::resolve);
        mappings.values().forEach(mapping -> mapping.identifyBy(IdForms.of(mapping)));
        return new EntityModel(Collections.unmodifiableMap(mappings));
    }

    private void collectColumns(EntityDraft draft) {
        EntityColumns all = new EntityColumns(draft.type());
        List<ForeignKeySpec> references = new ArrayList<>();
        Map<String, KeyColumns.Shared> shared = keys.shared(draft);
        for (AttributeDraft attribute : draft.attributes()) {
            if (attribute instanceof BasicDraft basic && shared.containsKey(basic.path())) {
                all.add(basic, Objects.requireNonNull(shared.get(basic.path())));
            } else if (attribute instanceof BasicDraft basic) {
                all.add(basic);
            } else if (attribute instanceof RelationshipDraft relationship && relationship.hasForeignKey()) {
                EntityDraft target = drafts.target(relationship);
                List<KeyColumn> referred = keys.of(target);
                List<ColumnSpec> own = JoinColumnReader.toOne(relationship, referred);
                if (relationship.mapsId() == null) {
                    all.add(
                            relationship,
                            own,
                            referred.stream().map(KeyColumn::path).toList());
                }
                addConstraint(references, relationship, own, target);
            }
        }
        if (drafts.isShared(draft)) {
            all.add(Inheritance.discriminator(draft));
        }
        columns.put(draft.type(), all);
        foreignKeys.put(draft.type(), references);
    }

    private void collectColumnsInTargets(EntityDraft draft) {
        for (RelationshipDraft relationship : draft.relationships()) {
            if (relationship.isByTargetColumn()) {
                EntityDraft target = drafts.target(relationship);
                EntityColumns ofTarget = Objects.requireNonNull(columns.get(target.type()));
                List<ColumnSpec> foreign = JoinColumnReader.inTarget(relationship, keys.of(draft));
                boolean known = foreign.stream().allMatch(column -> ofTarget.has(column.name()));
                foreign.forEach(column -> ofTarget.addForeign(draft.name() + "." + relationship.name(), column));
                if (!known) {
                    addConstraint(Objects.requireNonNull(foreignKeys.get(target.type())), relationship, foreign, draft);
                }
            }
            if (relationship.isPlacedInTarget()) {
                collectPlace(draft, relationship, Objects.requireNonNull(relationship.place()));
            }
        }
    }

    private void collectPlace(EntityDraft owner, RelationshipDraft relationship, PlaceDraft place) {
        Class<?> target = drafts.target(relationship).type();
        EntityColumns ofTarget = Objects.requireNonNull(columns.get(target));
        List<ColumnSpec> own = place.columns(type -> keys.of(relationship, type));
        own.forEach(column -> ofTarget.addPlace(owner.name() + "." + relationship.name(), column));
        Objects.requireNonNull(foreignKeys.get(target)).addAll(place.foreignKeys(own, this::keyOf));
    }

    private void addConstraint(
            List<ForeignKeySpec> references,
            RelationshipDraft relationship,
            List<ColumnSpec> own,
            EntityDraft referred) {
        if (ForeignKeyReader.isConstraint(
                relationship.attribute(), relationship.join().key())) {
            references.add(new ForeignKeySpec(
                    ForeignKeyReader.name(relationship.join().key()),
                    own.stream().map(ColumnSpec::name).toList(),
                    () -> keyOf(referred.type())));
        }
    }

    private List<Column<?>> keyOf(Class<?> type) {
        return Objects.requireNonNull(mappings.get(type)).table().keyColumns();
    }

    private <E> EntityMapping<E> mapping(EntityDraft draft, Class<E> type, TableSpec table) {
        return new EntityMapping<>(type, draft.name(), table, draft.construction(), draft.callbacks());
    }

    /** Classes of one hierarchy share a table. */
    private void makeMappings() {
        TableSpecs specs = new TableSpecs(columns, foreignKeys);
        Map<Class<?>, TableSpec> byRoot = new LinkedHashMap<>();
        for (EntityDraft draft : drafts.all()) {
            TableSpec table = byRoot.computeIfAbsent(draft.root().type(), root -> spec(specs, draft.root()));
            mappings.put(draft.type(), mapping(draft, draft.type(), table));
        }
    }

    private TableSpec spec(TableSpecs specs, EntityDraft root) {
        TypedTable<?> given = drafts.given(root);
        return given == null ? specs.of(root, drafts.below(root)) : TableSpec.of(given);
    }

    private void linkHierarchies() {
        for (EntityDraft draft : drafts.all()) {
            if (drafts.isShared(draft)) {
                EntityMapping<?> mapping = mappingOf(draft);
                List<EntityMapping<?>> below = drafts.below(draft).stream()
                        .<EntityMapping<?>>map(this::mappingOf)
                        .toList();
                mapping.inherit(mappingOf(draft.root()), below);
            }
        }
    }

    private EntityMapping<?> mappingOf(EntityDraft draft) {
        return Objects.requireNonNull(mappings.get(draft.type()));
    }

    private void complete(EntityDraft draft, Map<RelationshipDraft, RelationshipMapping> relationships) {
        EntityMapping<?> mapping = Objects.requireNonNull(mappings.get(draft.type()));
        List<MappedColumn> mapped = new ArrayList<>();
        for (EntityColumns.Owned owned :
                Objects.requireNonNull(columns.get(draft.type())).all()) {
            mapped.add(MappedColumns.of(mapping, owned, mapped.size(), relationships));
        }
        mapping.complete(
                mapped,
                draft.relationships().stream()
                        .map(relationship -> Objects.requireNonNull(relationships.get(relationship)))
                        .toList());
        mapping.hold(draft.elements().stream()
                .map(element ->
                        elements.computeIfAbsent(element, key -> ElementTables.of(element, draft, mapping, keys)))
                .toList());
    }
}
