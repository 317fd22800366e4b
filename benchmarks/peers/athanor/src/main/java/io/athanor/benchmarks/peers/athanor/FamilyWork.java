package io.athanor.benchmarks.peers.athanor;

import static io.athanor.benchmarks.peers.athanor.FamilyTables.CHILD;
import static io.athanor.benchmarks.peers.athanor.FamilyTables.PARENT;
import static io.athanor.sql.Functions.value;
import static io.athanor.sql.Sql.column;
import static io.athanor.sql.Sql.deleteFrom;
import static io.athanor.sql.Sql.insertInto;
import static io.athanor.sql.Sql.tableFunction;
import static io.athanor.sql.Sql.update;
import static io.athanor.types.Types.BIGINT;
import static io.athanor.types.Types.INTEGER;
import static io.athanor.types.Types.TEXT;
import static io.athanor.types.Types.array;

import io.athanor.benchmarks.peers.UnitOfWork;
import io.athanor.engine.Transaction;
import io.athanor.sql.BatchReturning;
import io.athanor.sql.NumberExpression;
import io.athanor.sql.RowsFunction;
import io.athanor.sql.TextExpression;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The unit of work by statements: two batches that return keys, an update and a delete of sets. */
final class FamilyWork {
    private static final BatchReturning<NewParent, Long> PARENTS = insertInto(PARENT)
            .each(PARENT.name.from(NewParent::name), PARENT.created.from(NewParent::created))
            .returning(PARENT.id);
    private static final BatchReturning<NewChild, Long> CHILDREN = insertInto(CHILD)
            .each(
                    CHILD.parent.from(NewChild::parent),
                    CHILD.name.from(NewChild::name),
                    CHILD.quantity.from(NewChild::quantity))
            .returning(CHILD.id);

    private final Transaction transaction;
    private final UnitOfWork work;

    FamilyWork(Transaction transaction, UnitOfWork work) {
        this.transaction = transaction;
        this.work = work;
    }

    private record NewParent(String name, Instant created) {}

    private record NewChild(Long parent, String name, int quantity) {}

    Mono<Long> run() {
        return insertParents().flatMap(this::insertChildren).flatMap(children -> Flux.concat(
                        change(children), delete(children))
                .reduce(0L, Long::sum));
    }

    private Mono<List<Long>> insertParents() {
        Flux<NewParent> parents = Flux.range(0, work.parents())
                .map(parent -> new NewParent(
                        work.parentName(parent), work.created(parent).toInstant()));
        return transaction.stream(PARENTS, parents).collectList();
    }

    private Mono<List<Long>> insertChildren(List<Long> parents) {
        Flux<NewChild> children = Flux.range(0, work.children())
                .map(row ->
                        new NewChild(parents.get(row / UnitOfWork.CHILDREN), work.childName(row), work.quantity(row)));
        return transaction.stream(CHILDREN, children).collectList();
    }

    private Mono<Long> change(List<Long> children) {
        NumberExpression<Long> id = column("id", BIGINT);
        NumberExpression<Integer> quantity = column("quantity", INTEGER);
        TextExpression name = column("name", TEXT);
        RowsFunction changed = tableFunction(
                "unnest",
                "changed",
                List.of(id, quantity, name),
                value(children.subList(0, work.changed()), array(BIGINT)),
                value(
                        IntStream.range(0, work.changed())
                                .mapToObj(row -> work.changedQuantity(work.quantity(row)))
                                .toList(),
                        array(INTEGER)),
                value(
                        IntStream.range(0, work.changed())
                                .mapToObj(row -> work.changedName(work.childName(row)))
                                .toList(),
                        array(TEXT)));
        return transaction.execute(update(CHILD)
                .set(CHILD.quantity.to(changed.get(quantity)), CHILD.name.to(changed.get(name)))
                .from(changed)
                .where(CHILD.id.eq(changed.get(id))));
    }

    private Mono<Long> delete(List<Long> children) {
        List<Long> last = children.subList(children.size() - work.deleted(), children.size());
        return transaction.execute(deleteFrom(CHILD).where(CHILD.id.in(last)));
    }
}
