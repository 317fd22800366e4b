package io.athanor.orm;

import io.athanor.testing.TestDatabase;

class ImperativeOnPostgresTest extends ImperativeCompliance {
    ImperativeOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
