package io.athanor.orm.load;

import io.athanor.testing.TestDatabase;

class TheatreOnPostgresTest extends TheatreCompliance {
    TheatreOnPostgresTest() {
        super(TestDatabase.postgres());
    }
}
