package io.athanor.examples.tutorials;

import static io.athanor.examples.tutorials.SchoolClassTable.SCHOOL_CLASS;
import static io.athanor.examples.tutorials.StudentTable.STUDENT;
import static io.athanor.sql.Sql.count;
import static io.athanor.sql.Sql.select;

import io.athanor.examples.story.Program;
import io.athanor.examples.story.Step;
import io.athanor.examples.story.Story;
import io.athanor.orm.Session;
import io.athanor.orm.mapping.EntityModel;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OrderBy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Many-to-many: students and the classes they attend, joined by a table that no class stands for. */
public final class StudentsAndClasses implements Story {
    private static final EntityModel MODEL = EntityModel.of(Student.class, SchoolClass.class);

    @Entity
    static final class Student {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Nullable
        Long id;

        String name = "";

        @ManyToMany
        @JoinTable(name = "attendance")
        Set<SchoolClass> classes = new HashSet<>();

        Student() {}

        Student(String name, SchoolClass... classes) {
            this.name = name;
            this.classes.addAll(List.of(classes));
        }
    }

    @Entity
    static final class SchoolClass {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Nullable
        Long id;

        String subject = "";

        @ManyToMany(mappedBy = "classes")
        @OrderBy("name")
        List<Student> students = new ArrayList<>();

        SchoolClass() {}

        SchoolClass(String subject) {
            this.subject = subject;
        }
    }

    /** Runs it on the database of a URL, or on one in memory. */
    public static void main(String[] arguments) {
        Program.run(arguments, new StudentsAndClasses());
    }

    @Override
    public String title() {
        return "Students and classes: many-to-many";
    }

    @Override
    public EntityModel model() {
        return MODEL;
    }

    @Override
    public List<Step> steps() {
        return List.of(
                new Step(
                        "save-update: students are added, their classes and the links with them",
                        StudentsAndClasses::add),
                new Step("either side links: a student is put into a class", StudentsAndClasses::enrol),
                new Step("unlink: only the row of the join table goes", StudentsAndClasses::leave),
                new Step("a condition on the other side", StudentsAndClasses::alchemists),
                new Step("delete: a student's links go along, the classes stay", StudentsAndClasses::graduate));
    }

    static Mono<String> add(Session session) {
        SchoolClass alchemy = new SchoolClass("Alchemy");
        session.add(new Student("Ann", alchemy, new SchoolClass("Botany")));
        session.add(new Student("Bob", alchemy));
        return session.flush().then(classes(session));
    }

    static Mono<String> enrol(Session session) {
        return session.one(select(SCHOOL_CLASS.with(SCHOOL_CLASS.students)).where(SCHOOL_CLASS.subject.eq("Botany")))
                .doOnNext(botany -> botany.students.add(new Student("Cid")))
                .then(session.flush())
                .then(classes(session));
    }

    static Mono<String> leave(Session session) {
        return session.one(select(STUDENT.with(STUDENT.classes)).where(STUDENT.name.eq("Ann")))
                .doOnNext(ann -> ann.classes.removeIf(each -> each.subject.equals("Botany")))
                .then(session.flush())
                .then(classes(session));
    }

    static Mono<String> alchemists(Session session) {
        return session.stream(select(STUDENT)
                        .where(STUDENT.classes.any(each -> each.subject.eq("Alchemy")))
                        .orderBy(STUDENT.name.asc()))
                .map(student -> student.name)
                .collect(Collectors.joining(", "));
    }

    static Mono<String> graduate(Session session) {
        return session.one(select(STUDENT).where(STUDENT.name.eq("Ann")))
                .doOnNext(session::delete)
                .then(session.one(select(count()).from(SCHOOL_CLASS)))
                .map(classes -> classes + " classes are left");
    }

    private static Mono<String> classes(Session session) {
        return session.stream(select(SCHOOL_CLASS.with(SCHOOL_CLASS.students)).orderBy(SCHOOL_CLASS.subject.asc()))
                .map(each -> each.subject + ": "
                        + each.students.stream().map(student -> student.name).toList())
                .collect(Collectors.joining("\n"));
    }
}
