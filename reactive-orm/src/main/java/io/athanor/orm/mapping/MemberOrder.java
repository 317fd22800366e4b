package io.athanor.orm.mapping;

import io.athanor.sql.Column;
import io.athanor.sql.Ordering;
import jakarta.persistence.MapKey;
import jakarta.persistence.OrderBy;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code @OrderBy}: attributes of the target, each ascending unless it says {@code desc}; and {@code @MapKey}: the
 * attribute of the target that a map has it by.
 */
final class MemberOrder {
    private MemberOrder() {}

    static void resolve(RelationshipMapping relationship) {
        String mapKey = relationship.draft().mapKey();
        if (mapKey != null) {
            relationship.keyBy(mapKey(relationship, mapKey));
        }
        String said = relationship.draft().orderBy();
        if (said == null) {
            return;
        }
        List<Ordering> orderings = new ArrayList<>();
        if (said.isBlank()) {
            relationship
                    .target()
                    .key()
                    .forEach(key -> orderings.add(key.column().asc()));
        } else {
            for (String item : said.split(",", -1)) {
                orderings.add(ordering(relationship, item.strip().split("\\s+", -1)));
            }
        }
        relationship.orderBy(orderings);
    }

    private static MappedColumn mapKey(RelationshipMapping relationship, String path) {
        List<MappedColumn> key = relationship.target().key();
        if (path.isEmpty() && key.size() > 1) {
            throw relationship
                    .draft()
                    .attribute()
                    .error(MapKey.class, "names no attribute, and the key has several: " + key);
        }
        MappedColumn column = path.isEmpty() ? key.get(0) : column(relationship, MapKey.class, path);
        Class<?> wanted = keyType(relationship);
        Class<?> type = column.column().type().javaType();
        if (wanted != null && !wanted.isAssignableFrom(type)) {
            throw relationship
                    .draft()
                    .attribute()
                    .error(
                            MapKey.class,
                            "has the map by " + column.path() + ", which is a " + type.getName()
                                    + ", and its keys are of " + wanted.getName() + "; let the two be the same");
        }
        return column;
    }

    private static @Nullable Class<?> keyType(RelationshipMapping relationship) {
        Type said = TypeArguments.first(relationship.draft().attribute().type());
        return said == null ? null : TypeArguments.raw(said);
    }

    private static Ordering ordering(RelationshipMapping relationship, String[] words) {
        Column<?> column = column(relationship, OrderBy.class, words[0]).column();
        String direction = words.length == 1 ? "asc" : words[1].toLowerCase(Locale.ROOT);
        if (words.length > 2 || !(direction.equals("asc") || direction.equals("desc"))) {
            throw relationship.draft().attribute().error(OrderBy.class, "is read as \"name, other desc\"");
        }
        return direction.equals("desc") ? column.desc() : column.asc();
    }

    private static MappedColumn column(
            RelationshipMapping relationship, Class<? extends Annotation> annotation, String path) {
        List<MappedColumn> columns = relationship.target().columns();
        return columns.stream()
                .filter(mapped -> mapped.path().equals(path))
                .findFirst()
                .orElseThrow(() -> relationship
                        .draft()
                        .attribute()
                        .error(
                                annotation,
                                "names " + path + ", and " + relationship.target() + " has the attributes "
                                        + columns.stream()
                                                .map(MappedColumn::path)
                                                .toList()));
    }
}
