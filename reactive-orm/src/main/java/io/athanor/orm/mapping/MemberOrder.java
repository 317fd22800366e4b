package io.athanor.orm.mapping;

import io.athanor.sql.Column;
import io.athanor.sql.Ordering;
import jakarta.persistence.OrderBy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads {@code @OrderBy}: attributes of the target, each ascending unless it says {@code desc}. */
final class MemberOrder {
    private MemberOrder() {}

    static void resolve(RelationshipMapping relationship) {
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
                orderings.add(ordering(relationship, item.strip().split("\\s+")));
            }
        }
        relationship.orderBy(orderings);
    }

    private static Ordering ordering(RelationshipMapping relationship, String[] words) {
        Column<?> column = relationship.target().columns().stream()
                .filter(mapped -> mapped.path().equals(words[0]))
                .<Column<?>>map(MappedColumn::column)
                .findFirst()
                .orElseThrow(() -> relationship
                        .draft()
                        .attribute()
                        .error(
                                OrderBy.class,
                                "names " + words[0] + ", and " + relationship.target() + " has the attributes "
                                        + relationship.target().columns().stream()
                                                .map(MappedColumn::path)
                                                .toList()));
        String direction = words.length == 1 ? "asc" : words[1].toLowerCase(Locale.ROOT);
        if (words.length > 2 || !(direction.equals("asc") || direction.equals("desc"))) {
            throw relationship.draft().attribute().error(OrderBy.class, "is read as \"name, other desc\"");
        }
        return direction.equals("desc") ? column.desc() : column.asc();
    }
}
