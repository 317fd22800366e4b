package io.athanor.schema;

import io.athanor.sql.SqlNode;

/** What a schema's definitions consist of, as far as databases differ on it. */
public sealed interface SchemaNode extends SqlNode
        permits ColumnCollation,
                ColumnDefinition,
                ColumnType,
                ComputedColumn,
                ConstraintDefinition,
                CreateEnumType,
                CreateIndex,
                CreateTable,
                DropEnumType,
                ObjectName,
                Unqualified {}
