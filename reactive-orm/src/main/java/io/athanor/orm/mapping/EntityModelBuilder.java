package io.athanor.orm.mapping;

import io.athanor.MappingException;
import io.athanor.sql.Column;
import io.athanor.sql.TypedTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Puts together what annotations alone do not say of a model. Confined to the thread that builds.
 *
 * <pre>{@code
 * EntityModel model = EntityModel.builder()
 *         .add(Article.class, Comment.class)
 *         .computed(COMMENT_COUNT)
 *         .deferred(ARTICLE.photo, ARTICLE.thumbnail)
 *         .build();
 * }</pre>
 */
public final class EntityModelBuilder {
    private final List<Class<?>> types = new ArrayList<>();
    private final Declarations declarations = new Declarations();
    private final List<Computed<?, ?, ?>> computed = new ArrayList<>();
    private final List<Consumer<EntityModel>> deferrals = new ArrayList<>();

    EntityModelBuilder() {}

    /** Adds classes that say by annotations how they are mapped, as {@link EntityModel#of} takes them. */
    public EntityModelBuilder add(Class<?>... annotated) {
        types.addAll(Arrays.asList(annotated));
        return this;
    }

    /** Maps a plain class to a table: attributes to columns of the same names, and the table's primary key. */
    public <E> EntityModelBuilder map(Class<E> type, TypedTable<?> table) {
        return map(type, table, usual -> {});
    }

    /** Maps a plain class to a table, with more said of it. */
    public <E> EntityModelBuilder map(
            Class<E> type, TypedTable<?> table, Consumer<? super EntityDeclaration<E>> options) {
        EntityDeclaration<E> declaration = new EntityDeclaration<>(type, table);
        options.accept(declaration);
        declarations.add(declaration);
        return this;
    }

    /** Adds attributes that are computed whenever a whole row of their entity is read. */
    public EntityModelBuilder computed(Computed<?, ?, ?>... attributes) {
        computed.addAll(Arrays.asList(attributes));
        return this;
    }

    /**
     * Has columns of one table read when they are asked for, and not before. They are a group: to load one is to load all. Defer by
     * several calls what is loaded one by one.
     */
    public EntityModelBuilder deferred(Column<?> first, Column<?>... together) {
        List<Column<?>> columns = new ArrayList<>(List.of(first));
        columns.addAll(Arrays.asList(together));
        deferrals.add(model -> defer(model, columns));
        return this;
    }

    /** Likewise by the attributes' paths, such as {@code address.city}. */
    public EntityModelBuilder deferred(Class<?> entity, String... together) {
        List<String> paths = List.of(together);
        deferrals.add(model -> defer(model, model.mapping(entity), paths));
        return this;
    }

    /** The model; an error that names class and attribute if anything in it cannot be mapped. */
    public EntityModel build() {
        EntityModel model = EntityModel.of(declarations, types.toArray(Class<?>[]::new));
        declarations.all().forEach(declaration -> finish(declaration, model));
        deferrals.forEach(deferral -> deferral.accept(model));
        RecordChecks.check(model.mappings());
        computed.forEach(attribute -> compute(model, attribute));
        return model;
    }

    private static void finish(EntityDeclaration<?> declaration, EntityModel model) {
        EntityMapping<?> mapping = model.mapping(declaration.type());
        declaration.finish(mapping);
        new PlainColumns(declaration).requireAll(mapping);
    }

    private static void defer(EntityModel model, List<Column<?>> columns) {
        Column<?> first = columns.get(0);
        TypedTable<?> table = Objects.requireNonNull(first.source().table(), () -> first + " is of no table");
        EntityMapping<?> mapping = table instanceof EntityTable<?, ?, ?> entity
                ? model.mapping(entity.mapping().type())
                : ofTable(model, table);
        List<String> paths =
                columns.stream().map(column -> mapping.columnOf(column).path()).toList();
        defer(model, mapping, paths);
    }

    private static EntityMapping<?> ofTable(EntityModel model, TypedTable<?> table) {
        return model.mappings().stream()
                .filter(mapping -> mapping.table().name().equals(table.name()))
                .findFirst()
                .orElseThrow(() -> new MappingException(table.name()
                        + " is the table of no entity of the model; it has the entities " + model.mappings()));
    }

    /** In the class itself and in those that extend it. */
    private static void defer(EntityModel model, EntityMapping<?> mapping, List<String> paths) {
        for (EntityMapping<?> each : model.mappings()) {
            if (mapping.type().isAssignableFrom(each.type())) {
                each.defer(paths);
            }
        }
    }

    private static void compute(EntityModel model, Computed<?, ?, ?> attribute) {
        Class<?> type = attribute.mapping().type();
        attribute.check(model.mapping(type));
        for (EntityMapping<?> each : model.mappings()) {
            if (type.isAssignableFrom(each.type())) {
                each.compute(attribute);
            }
        }
    }
}
