package io.athanor.schema;

import io.athanor.sql.TableName;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * What exists in a database, for creating what is missing and dropping what is there. Immutable. A dialect has the query
 * that finds it.
 */
public final class SchemaObjects {
    /** Of a database that is empty. */
    public static final SchemaObjects NONE = new SchemaObjects(Set.of());

    private final Set<Key> known;

    private SchemaObjects(Set<Key> known) {
        this.known = known;
    }

    /** Exactly these. */
    public static SchemaObjects of(Collection<SchemaObject> objects) {
        Set<Key> known = new HashSet<>();
        for (SchemaObject object : objects) {
            known.add(new Key(object.kind(), TableName.of(object.schema(), object.name())));
            if (object.isFoundByName()) {
                known.add(new Key(object.kind(), TableName.of(object.name())));
            }
        }
        return new SchemaObjects(Set.copyOf(known));
    }

    /** Whether there is one of this kind and name; without a schema, whether the name alone finds one. */
    public boolean has(SchemaObject.Kind kind, TableName name) {
        return known.contains(new Key(kind, name));
    }

    private record Key(SchemaObject.Kind kind, TableName name) {}
}
