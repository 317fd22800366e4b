package io.athanor.types.compliance;

import io.athanor.dialect.H2Dialect;
import io.athanor.testing.TestDatabase;
import io.athanor.types.Types;
import java.util.stream.Stream;

class H2TypesTest implements TypeCompliance, TypeEdgeCompliance, ResultTypeCompliance {
    private final TypeDatabase database = new TypeDatabase(TestDatabase.h2().connectionFactory(), new H2Dialect());

    @Override
    public Stream<Sample<?>> samples() {
        Sample<String> ignoringCase = Sample.of(
                        Types.other("varchar_ignorecase(9)", String.class),
                        source -> Texts.random(source, 9),
                        "a",
                        "'B'")
                .withoutOrder();
        return Stream.concat(TypeCompliance.super.samples(), Stream.of(ignoringCase));
    }

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
