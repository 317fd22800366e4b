package io.athanor.benchmarks.peers.table;

import java.util.Arrays;
import java.util.List;

/** Who takes part: a name, a module of {@code benchmarks/peers}, a class in it. */
enum Entrant {
    RAW("raw", "r2dbc", "r2dbc.PlainR2dbc"),
    CLEVER("clever", "r2dbc", "r2dbc.CleverR2dbc"),
    CORE("athanor", "athanor", "athanor.AthanorCore"),
    ORM("athanor-orm", "athanor", "athanor.AthanorOrm"),
    SPRING("spring", "spring", "spring.SpringDataR2dbc"),
    JOOQ("jooq", "jooq", "jooq.JooqR2dbc"),
    HIBERNATE_REACTIVE("hibernate-reactive", "hibernate", "hibernate.HibernateReactive"),
    VERTX("vertx", "vertx", "vertx.VertxClient"),
    JDBC("jdbc", "jdbc", "jdbc.PlainJdbc"),
    HIBERNATE_ORM("hibernate-orm", "hibernate", "hibernate.HibernateOrm");

    private static final String PACKAGE = "io.athanor.benchmarks.peers.";

    private final String title;
    private final String module;
    private final String type;

    Entrant(String title, String module, String type) {
        this.title = title;
        this.module = module;
        this.type = PACKAGE + type;
    }

    static Entrant of(String title) {
        return Arrays.stream(values())
                .filter(entrant -> entrant.title.equals(title))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("no contender " + title + "; there are " + List.of(values())));
    }

    String module() {
        return module;
    }

    String type() {
        return type;
    }

    @Override
    public String toString() {
        return title;
    }
}
