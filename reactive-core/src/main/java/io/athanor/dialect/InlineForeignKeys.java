package io.athanor.dialect;

import io.athanor.schema.AddForeignKey;
import io.athanor.schema.ClearReferences;
import io.athanor.schema.ConstraintDefinition;
import io.athanor.schema.CreateTable;
import io.athanor.schema.DropConstraint;
import io.athanor.schema.DropTable;
import io.athanor.sql.Definition;
import io.athanor.sql.TableName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Foreign keys for a database that takes them only where a table is created, but does not ask whether the other table is
 * there: those of a cycle move into CREATE TABLE. Before such tables are dropped, rows let go of each other.
 */
final class InlineForeignKeys {
    private InlineForeignKeys() {}

    static List<Definition> in(List<Definition> definitions) {
        Map<TableName, CreateTable> created = new LinkedHashMap<>();
        definitions.forEach(each -> {
            if (each instanceof CreateTable table) {
                created.put(table.name(), table);
            }
        });
        definitions.forEach(each -> {
            if (each instanceof AddForeignKey added) {
                created.computeIfPresent(added.table(), (name, table) -> with(added.key(), table));
            }
        });
        Set<TableName> dropped = definitions.stream()
                .filter(DropTable.class::isInstance)
                .map(each -> ((DropTable) each).name())
                .collect(Collectors.toSet());
        List<Definition> inlined = new ArrayList<>();
        for (Definition each : definitions) {
            if (each instanceof CreateTable table) {
                inlined.add(Objects.requireNonNull(created.get(table.name())));
            } else if (each instanceof DropConstraint gone && dropped.contains(gone.table())) {
                inlined.add(new ClearReferences(gone.table(), gone.columns()));
            } else if (!(each instanceof AddForeignKey added && created.containsKey(added.table()))) {
                inlined.add(each);
            }
        }
        return inlined;
    }

    private static CreateTable with(ConstraintDefinition key, CreateTable table) {
        List<ConstraintDefinition> all = new ArrayList<>(table.constraints());
        all.add(key);
        return new CreateTable(table.name(), table.columns(), List.copyOf(all));
    }
}
