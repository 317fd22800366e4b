package io.athanor.r2dbc.sqlite;

final class MemoryTestKitTest extends SqliteTestKit {
    MemoryTestKitTest() {
        super("sqlite:mem:///testkit", "jdbc:sqlite:file:/testkit?vfs=memdb");
    }
}
