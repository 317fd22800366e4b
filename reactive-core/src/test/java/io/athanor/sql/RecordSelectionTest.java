package io.athanor.sql;

import static io.athanor.sql.RowTest.read;
import static io.athanor.sql.Shop.USERS;
import static io.athanor.sql.Sql.count;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.athanor.ConfigurationException;
import io.athanor.ResultException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordSelectionTest {
    record Person(String name, int age) {}

    record Named(String name, @Nullable Integer age) {}

    record Whole(long id, String name, @Nullable Integer age, boolean active, @Nullable Long managerId) {}

    record Wide(Object name, Number age, Row user) {}

    record Picky(String name) {
        Picky {
            if (name.isEmpty()) {
                throw new IllegalArgumentException("empty");
            }
        }
    }

    @Test
    void shouldReadRowsIntoRecords() {
        assertThat(read(select(USERS.name, USERS.age).into(Person.class), "Ann", 41))
                .isEqualTo(new Person("Ann", 41));
        assertThat(read(select(USERS.name, USERS.age).into(Named.class), "Ann", null))
                .isEqualTo(new Named("Ann", null));
        assertThat(read(select(USERS).into(Whole.class), 1L, "Ann", 41, true, null))
                .isEqualTo(new Whole(1, "Ann", 41, true, null));
        assertThat(read(select(USERS.name, USERS.age, USERS).into(Wide.class), "Ann", 41, 1L, "Bob", 4, true, null)
                        .user()
                        .get(USERS.name))
                .isEqualTo("Bob");
        assertThat(read(select(USERS.name).into(Picky.class), "Ann")).isEqualTo(new Picky("Ann"));
        assertThat(read(sql("select 1").rows(USERS.name, USERS.age).into(Person.class), "Ann", 41))
                .isEqualTo(new Person("Ann", 41));
    }

    @Test
    void shouldNameTheComponentThatDoesNotFit() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> select(USERS.name, USERS.id).into(Person.class))
                .withMessage("component age of " + Person.class.getName()
                        + " is a int, and users.id selected for it a java.lang.Long");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> select(USERS.name, USERS.age, count()).into(Person.class))
                .withMessage(Person.class.getName()
                        + " has 2 components and the statement selects 3: [users.name, users.age, count(*)]");
    }

    @Test
    void shouldExplainANullForAPrimitiveComponent() {
        assertThatExceptionOfType(ResultException.class)
                .isThrownBy(() -> read(select(USERS.name, USERS.age).into(Person.class), "Ann", null))
                .withMessage("users.age is NULL and component age of " + Person.class.getName()
                        + " is primitive; use Integer, or coalesce");
    }

    @Test
    void shouldPassOnWhatTheConstructorThrows() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> read(select(USERS.name).into(Picky.class), ""))
                .withMessage("empty");
    }
}
