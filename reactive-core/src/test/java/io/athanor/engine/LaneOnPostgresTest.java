package io.athanor.engine;

class LaneOnPostgresTest implements LaneCompliance {
    private static final LaneFixture FIXTURE = LaneFixture.postgres();

    @Override
    public LaneFixture fixture() {
        return FIXTURE;
    }
}
