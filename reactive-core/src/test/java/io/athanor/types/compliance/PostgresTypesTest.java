package io.athanor.types.compliance;

import io.athanor.testing.TestDatabase;

class PostgresTypesTest extends PostgresTypes {
    PostgresTypesTest() {
        super(TestDatabase.postgres().connectionFactory());
    }
}
