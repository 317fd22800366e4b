package io.athanor.engine;

class LaneOnH2Test implements LaneCompliance {
    private static final LaneFixture FIXTURE = LaneFixture.h2();

    @Override
    public LaneFixture fixture() {
        return FIXTURE;
    }
}
