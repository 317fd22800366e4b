package io.athanor.benchmarks.orm;

import static io.athanor.benchmarks.orm.AuthorTable.AUTHOR;
import static io.athanor.benchmarks.orm.BookTable.BOOK;
import static io.athanor.sql.Sql.select;

import io.athanor.engine.Engine;
import io.athanor.orm.Session;
import io.athanor.orm.Sessions;
import io.athanor.orm.mapping.EntityModel;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Mono;

/** The work as a user of Athanor writes it. */
final class OrmWork {
    static final EntityModel MODEL =
            EntityModel.of(Author.class, Book.class, Tag.class, Parent.class, Child.class, Item.class);

    private final Sessions sessions;
    private final Sessions readers;

    OrmWork(Engine engine) {
        this.sessions = Sessions.of(engine, MODEL);
        this.readers = sessions.readOnly();
    }

    /** The books and their tags of {@code count} authors; how many objects that is. */
    Mono<Long> readGraph(long first, long count) {
        return graph(sessions, first, count);
    }

    /** The same without snapshots. */
    Mono<Long> readGraphOnly(long first, long count) {
        return graph(readers, first, count);
    }

    private static Mono<Long> graph(Sessions sessions, long first, long count) {
        return sessions.run(session -> session.stream(select(AUTHOR.with(AUTHOR.books.selectIn(BOOK.tags)))
                        .where(AUTHOR.id.ge(first))
                        .where(AUTHOR.id.lt(first + count)))
                .reduce(0L, (sum, author) -> sum + objects(author)));
    }

    private static long objects(Author author) {
        long sum = 1;
        for (Book book : author.books) {
            sum += 1 + book.tags.size();
        }
        return sum;
    }

    /** Inserts parents and children, changes some children, deletes others, in one transaction. */
    Mono<Void> unitOfWork() {
        return sessions.run(session -> {
            List<Parent> parents = parents();
            session.addAll(parents);
            return session.flush().then(Mono.defer(() -> change(session, parents)));
        });
    }

    private static Mono<Void> change(Session session, List<Parent> parents) {
        int changed = UnitOfWork.CHANGED / UnitOfWork.CHILDREN;
        for (Parent parent : parents.subList(0, changed)) {
            for (Child child : parent.children) {
                child.quantity += 100_000;
                child.name += "x";
            }
        }
        int deleted = UnitOfWork.DELETED / UnitOfWork.CHILDREN;
        parents.subList(parents.size() - deleted, parents.size()).forEach(parent -> parent.children.clear());
        return session.flush();
    }

    private static List<Parent> parents() {
        List<Parent> parents = new ArrayList<>();
        for (int i = 0; i < UnitOfWork.PARENTS; i++) {
            Parent parent = new Parent();
            parent.name = UnitOfWork.parentName(i);
            parent.created = UnitOfWork.created(i);
            for (int j = 0; j < UnitOfWork.CHILDREN; j++) {
                parent.children.add(new Child(UnitOfWork.childName(i, j), UnitOfWork.quantity(i, j)));
            }
            parents.add(parent);
        }
        return parents;
    }
}
