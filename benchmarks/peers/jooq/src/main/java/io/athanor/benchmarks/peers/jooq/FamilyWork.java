package io.athanor.benchmarks.peers.jooq;

import static io.athanor.benchmarks.peers.jooq.Library.CHILD;
import static io.athanor.benchmarks.peers.jooq.Library.CHILD_ID;
import static io.athanor.benchmarks.peers.jooq.Library.CHILD_NAME;
import static io.athanor.benchmarks.peers.jooq.Library.CHILD_PARENT;
import static io.athanor.benchmarks.peers.jooq.Library.CHILD_QUANTITY;
import static io.athanor.benchmarks.peers.jooq.Library.PARENT;
import static io.athanor.benchmarks.peers.jooq.Library.PARENT_CREATED;
import static io.athanor.benchmarks.peers.jooq.Library.PARENT_ID;
import static io.athanor.benchmarks.peers.jooq.Library.PARENT_NAME;

import io.athanor.benchmarks.peers.UnitOfWork;
import java.util.List;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.impl.DSL;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The unit of work: two inserts of many rows, a batch of updates, a delete. */
final class FamilyWork {
    private final DSLContext dsl;
    private final UnitOfWork work;

    FamilyWork(DSLContext dsl, UnitOfWork work) {
        this.dsl = dsl;
        this.work = work;
    }

    Mono<Integer> run() {
        return insertParents().flatMap(this::insertChildren).flatMap(children -> change(children)
                .then(delete(children)));
    }

    private Mono<List<Long>> insertParents() {
        var insert = dsl.insertInto(PARENT, PARENT_NAME, PARENT_CREATED);
        for (int parent = 0; parent < work.parents(); parent++) {
            insert = insert.values(work.parentName(parent), work.created(parent));
        }
        return Flux.from(insert.returningResult(PARENT_ID)).map(Record1::value1).collectList();
    }

    private Mono<List<Long>> insertChildren(List<Long> parents) {
        var insert = dsl.insertInto(CHILD, CHILD_PARENT, CHILD_NAME, CHILD_QUANTITY);
        for (int row = 0; row < work.children(); row++) {
            insert = insert.values(parents.get(row / UnitOfWork.CHILDREN), work.childName(row), work.quantity(row));
        }
        return Flux.from(insert.returningResult(CHILD_ID)).map(Record1::value1).collectList();
    }

    private Flux<Integer> change(List<Long> children) {
        BatchBindStep batch = dsl.batch(dsl.update(CHILD)
                .set(CHILD_QUANTITY, DSL.val(null, CHILD_QUANTITY.getDataType()))
                .set(CHILD_NAME, DSL.val(null, CHILD_NAME.getDataType()))
                .where(CHILD_ID.eq(DSL.val(null, CHILD_ID.getDataType()))));
        for (int row = 0; row < work.changed(); row++) {
            batch = batch.bind(
                    work.changedQuantity(work.quantity(row)), work.changedName(work.childName(row)), children.get(row));
        }
        return Flux.from(batch);
    }

    private Mono<Integer> delete(List<Long> children) {
        return Mono.from(dsl.deleteFrom(CHILD)
                .where(CHILD_ID.in(children.subList(children.size() - work.deleted(), children.size()))));
    }
}
