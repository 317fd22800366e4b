package io.athanor.schema;

import io.athanor.ConfigurationException;
import io.athanor.sql.Column;
import io.athanor.sql.Defaults;
import io.athanor.sql.Expression;
import io.athanor.sql.Sequence;
import io.athanor.sql.TableName;
import io.athanor.sql.TypedTable;
import io.athanor.types.DataType;
import io.athanor.types.DataType.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The sequences and enum types that tables need, in the order in which they are mentioned. */
final class Requirements {
    private final Map<TableName, Sequence> sequences = new LinkedHashMap<>();
    private final Map<String, DataType> enumTypes = new LinkedHashMap<>();
    private final Map<String, Column<?>> firstUse = new LinkedHashMap<>();

    private Requirements() {}

    static Requirements of(List<TypedTable<?>> tables, List<Sequence> given) {
        Requirements requirements = new Requirements();
        given.forEach(requirements::sequence);
        for (TypedTable<?> table : tables) {
            for (Column<?> column : table.columns()) {
                requirements.expression(Defaults.onInsert(column));
                requirements.expression(Defaults.onUpdate(column));
                requirements.expression(Defaults.ofServer(column));
                requirements.type(column.type().dataType(), column);
            }
        }
        return requirements;
    }

    List<Sequence> sequences() {
        return List.copyOf(sequences.values());
    }

    List<DataType> enumTypes() {
        return List.copyOf(enumTypes.values());
    }

    private void expression(@Nullable Expression<?> expression) {
        if (expression != null) {
            Mentions.in(expression).sequences().forEach(this::sequence);
        }
    }

    private void sequence(Sequence sequence) {
        Sequence other = sequences.putIfAbsent(sequence.name(), sequence);
        if (other != null && !other.equals(sequence)) {
            throw new ConfigurationException(
                    "two sequences have the name " + sequence.name() + " and differ: " + other + ", " + sequence);
        }
    }

    private void type(DataType type, Column<?> column) {
        if (type.kind() == Kind.ARRAY) {
            type(type.elementType(), column);
        } else if (type.kind() == Kind.ENUM) {
            Column<?> first = firstUse.putIfAbsent(type.typeName(), column);
            DataType other = enumTypes.putIfAbsent(type.typeName(), type);
            if (other != null && !other.equals(type)) {
                throw new ConfigurationException("the enum type " + type.typeName() + " has the labels "
                        + other.labels() + " in " + first + " and " + type.labels() + " in " + column);
            }
        }
    }
}
