/** Programs to run and to learn from. */
@SuppressWarnings("requires-automatic") // these libraries have no descriptors
module io.athanor.examples {
    requires io.athanor.orm;
    requires info.picocli;
    requires me.tongfei.progressbar;
    requires ascii.table;
    requires tpch;

    opens io.athanor.examples.tour to
            info.picocli;
    opens io.athanor.examples.blog to
            io.athanor.orm;
    opens io.athanor.examples.tutorials to
            io.athanor.orm;
}
