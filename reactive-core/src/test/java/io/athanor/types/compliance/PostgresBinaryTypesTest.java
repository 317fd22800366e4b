package io.athanor.types.compliance;

import io.athanor.testing.TestDatabase;

/** With the driver's binary format forced, as the engine does. */
class PostgresBinaryTypesTest extends PostgresTypes {
    PostgresBinaryTypesTest() {
        super(TestDatabase.postgres().url() + "?forceBinary=true");
    }
}
