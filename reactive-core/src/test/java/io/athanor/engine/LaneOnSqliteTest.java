package io.athanor.engine;

class LaneOnSqliteTest implements LaneCompliance {
    private static final LaneFixture FIXTURE = LaneFixture.sqlite();

    @Override
    public LaneFixture fixture() {
        return FIXTURE;
    }
}
