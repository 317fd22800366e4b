package io.athanor.types.compliance;

import io.athanor.dialect.H2Dialect;
import io.athanor.testing.TestDatabase;

class H2TypesTest implements TypeCompliance, TypeEdgeCompliance, ResultTypeCompliance {
    private final TypeDatabase database = new TypeDatabase(TestDatabase.h2().connectionFactory(), new H2Dialect());

    @Override
    public TypeDatabase database() {
        return database;
    }

    @Override
    public boolean holds(Sample<?> sample) {
        return true;
    }

    @Override
    public boolean compares(Sample<?> sample) {
        return true;
    }

    /** [null] = [null] is unknown. */
    @Override
    public boolean equatesNullElements() {
        return false;
    }

    @Override
    public boolean ranks(Sample<?> sample) {
        return true;
    }
}
