package io.athanor.orm.mapping;

import io.athanor.orm.mapping.BasicDraft.Role;
import io.athanor.orm.mapping.KeyColumns.KeyColumn;
import io.athanor.orm.mapping.TableSpec.ForeignKeySpec;
import io.athanor.sql.Column;
import io.athanor.sql.TableName;
import io.athanor.sql.TypedTable;
import jakarta.persistence.InheritanceType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes mappings that know each other of what single classes say. Confined to one build. */
final class ModelBuilder {
    private final Drafts drafts;
    private final KeyColumns keys;
    private final Map<Class<?>, EntityColumns> columns = new LinkedHashMap<>();
    private final Map<TableName, List<ForeignKeySpec>> foreignKeys = new LinkedHashMap<>();
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
        RecordChecks.check(mappings.values());
        return new EntityModel(Collections.unmodifiableMap(mappings));
    }

    private void collectColumns(EntityDraft draft) {
        EntityColumns all = new EntityColumns(draft);
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
                TableName table = Placement.of(draft, relationship, relationship.name(), own.get(0))
                        .table();
                addConstraint(table, relationship, own, target);
            }
        }
        if (drafts.isShared(draft) && Inheritance.hasColumn(draft)) {
            all.add(Inheritance.discriminator(draft));
        }
        columns.put(draft.type(), all);
    }

    private void collectColumnsInTargets(EntityDraft draft) {
        for (RelationshipDraft relationship : draft.relationships()) {
            if (relationship.isByTargetColumn()) {
                EntityDraft target = drafts.target(relationship);
                List<ColumnSpec> foreign = JoinColumnReader.inTarget(relationship, keys.of(draft));
                boolean isInEach = target.strategy() == InheritanceType.TABLE_PER_CLASS;
                for (EntityDraft each : isInEach ? drafts.below(target) : List.of(target)) {
                    collectColumnsInTarget(draft, relationship, target, each, foreign);
                }
            }
            if (relationship.isPlacedInTarget()) {
                collectPlace(draft, relationship, Objects.requireNonNull(relationship.place()));
            }
        }
    }

    private void collectPlace(EntityDraft owner, RelationshipDraft relationship, PlaceDraft place) {
        EntityDraft target = drafts.target(relationship);
        boolean isInEach = target.strategy() == InheritanceType.TABLE_PER_CLASS;
        for (EntityDraft each : isInEach ? drafts.below(target) : List.of(target)) {
            collectPlace(owner, relationship, place, target, each);
        }
    }

    private void collectPlace(
            EntityDraft owner,
            RelationshipDraft relationship,
            PlaceDraft place,
            EntityDraft target,
            EntityDraft entity) {
        List<ColumnSpec> own = place.columns(type -> keys.of(relationship, type));
        Placement lies = Placement.ofForeign(entity, target, relationship.name(), own.get(0));
        EntityColumns ofTarget = Objects.requireNonNull(columns.get(entity.type()));
        own.forEach(column -> ofTarget.addPlace(owner.name() + "." + relationship.name(), column, lies));
        Class<?> referred = place.entity();
        if (referred == null || drafts.isInOneTable(drafts.of(referred))) {
            foreignKeys
                    .computeIfAbsent(lies.table(), key -> new ArrayList<>())
                    .addAll(place.foreignKeys(own, type -> keyOf(drafts.of(type))));
        }
    }

    private void collectColumnsInTarget(
            EntityDraft owner,
            RelationshipDraft relationship,
            EntityDraft target,
            EntityDraft entity,
            List<ColumnSpec> foreign) {
        EntityColumns ofTarget = Objects.requireNonNull(columns.get(entity.type()));
        Placement place = Placement.ofForeign(entity, target, relationship.name(), foreign.get(0));
        boolean known = foreign.stream().allMatch(column -> ofTarget.has(place.table(), column.name()));
        foreign.forEach(column -> ofTarget.addForeign(owner.name() + "." + relationship.name(), column, place));
        if (!known) {
            addConstraint(place.table(), relationship, foreign, owner);
        }
    }

    private void addConstraint(
            TableName table, RelationshipDraft relationship, List<ColumnSpec> own, EntityDraft referred) {
        List<ForeignKeySpec> references = foreignKeys.computeIfAbsent(table, key -> new ArrayList<>());
        List<String> names = own.stream().map(ColumnSpec::name).toList();
        SaidForeignKey said = ForeignKeyReader.of(
                relationship.attribute(), relationship.join().key());
        boolean isKnown = references.stream().anyMatch(other -> other.columns().equals(names));
        if (said.isConstraint() && !isKnown && drafts.isInOneTable(referred)) {
            references.add(new ForeignKeySpec(said, names, () -> keyOf(referred)));
        }
    }

    private List<Column<?>> keyOf(EntityDraft referred) {
        return mappingOf(referred).storedKey();
    }

    private <E> EntityMapping<E> mapping(
            EntityDraft draft, Class<E> type, TableSpec table, @Nullable Assembly assembly) {
        return new EntityMapping<>(type, draft.name(), table, draft.construction(), draft.callbacks(), assembly);
    }

    private void makeMappings() {
        TableSpecs specs = new TableSpecs(drafts, keys, columns, foreignKeys, this::keyOf);
        Assemblies assemblies = new Assemblies(drafts, keys, columns, specs);
        Map<TableName, TableSpec> single = new LinkedHashMap<>();
        Map<EntityDraft, Assembly> assembled = new LinkedHashMap<>();
        for (EntityDraft draft : drafts.all()) {
            Assembly assembly = assemblies.of(draft);
            if (assembly == null) {
                TableSpec table = single.computeIfAbsent(draft.table(), name -> spec(specs, draft));
                mappings.put(draft.type(), mapping(draft, draft.type(), table, null));
            } else {
                assembled.put(draft, assembly);
                mappings.put(draft.type(), mapping(draft, draft.type(), assemblies.spec(draft), assembly));
            }
        }
        drafts.all().forEach(draft -> mappingOf(draft).storeKeyIn(keyNames(draft)));
        assembled.forEach((draft, assembly) -> assemblies.complete(draft, assembly, mappings));
    }

    private List<String> keyNames(EntityDraft draft) {
        return keys.of(draft).stream().map(key -> key.column().name()).toList();
    }

    private TableSpec spec(TableSpecs specs, EntityDraft draft) {
        TypedTable<?> given = drafts.given(draft);
        return given == null ? specs.of(draft) : TableSpec.of(given);
    }

    private void linkHierarchies() {
        for (EntityDraft draft : drafts.all()) {
            if (drafts.isShared(draft)) {
                EntityMapping<?> mapping = mappingOf(draft);
                List<EntityMapping<?>> below = drafts.below(draft).stream()
                        .<EntityMapping<?>>map(this::mappingOf)
                        .toList();
                mapping.inherit(mappingOf(draft.root()), below, each -> Inheritance.value(drafts.of(each.type())));
                tellKind(mapping, draft);
            }
        }
    }

    private static void tellKind(EntityMapping<?> mapping, EntityDraft draft) {
        Assembly assembly = mapping.assembly();
        String kind = assembly == null ? null : assembly.kind();
        if (kind != null) {
            MappedColumn.Use use =
                    new MappedColumn.Use(false, false, new Generation.Assigned(), null, Role.DISCRIMINATOR);
            mapping.tellKindBy(new MappedColumn(
                    mapping.table().column(kind), kind, -1, new Constant(Inheritance.value(draft)), use));
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
