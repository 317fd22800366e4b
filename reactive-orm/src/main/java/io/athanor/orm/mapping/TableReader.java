package io.athanor.orm.mapping;

import io.athanor.MappingException;
import io.athanor.orm.mapping.TableSpec.IndexKey;
import io.athanor.orm.mapping.TableSpec.IndexSpec;
import io.athanor.orm.mapping.TableSpec.UniqueSpec;
import jakarta.persistence.Index;
import jakarta.persistence.UniqueConstraint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the unique keys and indexes that annotations name by their columns. */
final class TableReader {
    private final String place;
    private final List<String> columns;

    /**
     * Reads what is said at {@code place} of a table.
     *
     * @param columns the columns that the table has
     */
    TableReader(String place, List<String> columns) {
        this.place = place;
        this.columns = columns;
    }

    List<UniqueSpec> keys(UniqueConstraint... said) {
        return Arrays.stream(said).map(this::key).toList();
    }

    List<IndexSpec> indexes(Index... said) {
        return Arrays.stream(said).map(this::index).toList();
    }

    private UniqueSpec key(UniqueConstraint said) {
        if (!said.options().isEmpty()) {
            throw new MappingException(place + ": @UniqueConstraint has options; remove them");
        }
        return new UniqueSpec(
                nameOrNull(said.name()),
                Arrays.stream(said.columnNames())
                        .map(column -> known("@UniqueConstraint", column))
                        .toList());
    }

    private IndexSpec index(Index said) {
        if (!said.options().isEmpty()) {
            throw new MappingException(place + ": @Index has options; remove them");
        }
        List<IndexKey> keys = new ArrayList<>();
        for (String item : said.columnList().split(",", -1)) {
            String[] words = item.strip().split("\\s+", -1);
            String direction = words.length == 1 ? "asc" : words[1].toLowerCase(Locale.ROOT);
            if (words.length > 2 || !(direction.equals("asc") || direction.equals("desc"))) {
                throw new MappingException(
                        place + ": @Index has the columnList \"" + said.columnList() + "\"; say \"name, other desc\"");
            }
            keys.add(new IndexKey(known("@Index", words[0]), direction.equals("desc")));
        }
        return new IndexSpec(nameOrNull(said.name()), List.copyOf(keys), said.unique());
    }

    private String known(String annotation, String column) {
        if (!columns.contains(column)) {
            throw new MappingException(
                    place + ": " + annotation + " names the column \"" + column + "\", and the table has " + columns);
        }
        return column;
    }

    private static @Nullable String nameOrNull(String name) {
        return name.isEmpty() ? null : name;
    }
}
