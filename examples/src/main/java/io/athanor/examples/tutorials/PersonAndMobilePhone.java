package io.athanor.examples.tutorials;

import static io.athanor.examples.tutorials.MobilePhoneTable.MOBILE_PHONE;
import static io.athanor.examples.tutorials.PersonTable.PERSON;
import static io.athanor.sql.Sql.count;
import static io.athanor.sql.Sql.select;

import io.athanor.examples.story.Program;
import io.athanor.examples.story.Step;
import io.athanor.examples.story.Story;
import io.athanor.orm.Session;
import io.athanor.orm.mapping.EntityModel;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToOne;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** One-to-one: a person and the only phone they have, whose row has the key. */
public final class PersonAndMobilePhone implements Story {
    private static final EntityModel MODEL = EntityModel.of(Person.class, MobilePhone.class);

    @Entity
    static final class Person {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Nullable
        Long id;

        String name = "";

        @OneToOne(mappedBy = "owner", cascade = CascadeType.ALL, orphanRemoval = true)
        @Nullable
        MobilePhone phone;

        Person() {}

        Person(String name, MobilePhone phone) {
            this.name = name;
            this.phone = phone;
        }
    }

    @Entity
    static final class MobilePhone {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Nullable
        Long id;

        String number = "";

        @OneToOne
        @Nullable
        Person owner;

        MobilePhone() {}

        MobilePhone(String number) {
            this.number = number;
        }
    }

    /** Runs it on the database of a URL, or on one in memory. */
    public static void main(String[] arguments) {
        Program.run(arguments, new PersonAndMobilePhone());
    }

    @Override
    public String title() {
        return "A person and a mobile phone: one-to-one";
    }

    @Override
    public EntityModel model() {
        return MODEL;
    }

    @Override
    public List<Step> steps() {
        return List.of(
                new Step("save-update: a person is added, and the phone with them", PersonAndMobilePhone::add),
                new Step(
                        "delete-orphan: another phone replaces the first, which is deleted",
                        PersonAndMobilePhone::replace),
                new Step("merge: what was changed outside of a session is copied in", PersonAndMobilePhone::merge),
                new Step("delete: the person is deleted, and the phone with them", PersonAndMobilePhone::delete));
    }

    static Mono<String> add(Session session) {
        Person ann = session.add(new Person("Ann", new MobilePhone("0170 1")));
        return session.flush().thenReturn(ann).map(PersonAndMobilePhone::described);
    }

    static Mono<String> replace(Session session) {
        return ann(session)
                .doOnNext(ann -> ann.phone = new MobilePhone("0170 2"))
                .flatMap(
                        ann -> session.one(select(MOBILE_PHONE)) // a query flushes first; more than one row is an error
                                .map(phone -> described(ann) + ", and no phone else is left"));
    }

    static Mono<String> merge(Session session) {
        return ann(session)
                .doOnNext(ann -> {
                    session.detach(ann);
                    if (ann.phone != null) {
                        ann.phone.number = "0170 3";
                    }
                })
                .flatMap(ann -> session.merge(ann)
                        .map(merged -> described(merged)
                                + (session.contains(ann) ? "" : "; the detached object stays detached")));
    }

    static Mono<String> delete(Session session) {
        return ann(session)
                .doOnNext(session::delete)
                .then(session.one(select(count()).from(MOBILE_PHONE)))
                .map(left -> left + " phones are left");
    }

    private static Mono<Person> ann(Session session) {
        return session.one(select(PERSON.with(PERSON.phone)).where(PERSON.name.eq("Ann")));
    }

    private static String described(Person person) {
        return person.name + " has the number " + (person.phone == null ? "of nobody" : person.phone.number);
    }
}
