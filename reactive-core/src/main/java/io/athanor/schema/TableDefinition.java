package io.athanor.schema;

import io.athanor.sql.TableName;
import java.util.ArrayList;
import java.util.List;

/** A table with everything decided that its declaration left open: names, schema, what its foreign keys refer to. */
record TableDefinition(
        TableName name,
        List<ColumnDefinition> columns,
        List<ConstraintDefinition> constraints,
        List<CreateIndex> indexes,
        List<CommentOn> comments) {

    CreateTable createWithForeignKeys() {
        return new CreateTable(name, columns, constraints);
    }

    CreateTable createWithoutForeignKeys() {
        List<ConstraintDefinition> own = constraints.stream()
                .filter(constraint -> !(constraint instanceof ConstraintDefinition.ForeignKey))
                .toList();
        return new CreateTable(name, columns, own);
    }

    List<ConstraintDefinition.ForeignKey> foreignKeys() {
        List<ConstraintDefinition.ForeignKey> keys = new ArrayList<>();
        for (ConstraintDefinition constraint : constraints) {
            if (constraint instanceof ConstraintDefinition.ForeignKey key) {
                keys.add(key);
            }
        }
        return keys;
    }
}
