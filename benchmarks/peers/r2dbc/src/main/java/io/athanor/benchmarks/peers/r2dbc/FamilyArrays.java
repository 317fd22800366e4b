package io.athanor.benchmarks.peers.r2dbc;

import io.athanor.benchmarks.peers.UnitOfWork;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Statement;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a unit of work writes, by columns: a statement for each table and kind of change. */
final class FamilyArrays {
    private final UnitOfWork work;
    private final Long[] parents;
    private final String[] parentNames;
    private final OffsetDateTime[] times;
    private final Long[] children;
    private final Long[] parentsOfChildren;
    private final String[] names;
    private final Integer[] quantities;

    FamilyArrays(UnitOfWork work, List<Long> parentBlocks, List<Long> childBlocks) {
        this.work = work;
        this.parents = keys(parentBlocks, work.parents());
        this.parentNames = new String[parents.length];
        this.times = new OffsetDateTime[parents.length];
        this.children = keys(childBlocks, work.children());
        this.parentsOfChildren = new Long[children.length];
        this.names = new String[children.length];
        this.quantities = new Integer[children.length];
        for (int parent = 0; parent < parents.length; parent++) {
            parentNames[parent] = work.parentName(parent);
            times[parent] = work.created(parent);
        }
        for (int row = 0; row < children.length; row++) {
            parentsOfChildren[row] = parents[row / UnitOfWork.CHILDREN];
            names[row] = work.childName(row);
            quantities[row] = work.quantity(row);
        }
    }

    private static Long[] keys(List<Long> blocks, int count) {
        Long[] keys = new Long[count];
        Arrays.setAll(keys, row -> blocks.get(row / UnitOfWork.BLOCK) + row % UnitOfWork.BLOCK);
        return keys;
    }

    Mono<Long> write(Connection connection) {
        return Flux.just(
                        insertParents(connection),
                        insertChildren(connection),
                        changeChildren(connection),
                        deleteChildren(connection))
                .concatMap(PlainR2dbc::rowsUpdated)
                .reduce(0L, Long::sum);
    }

    private Statement insertParents(Connection connection) {
        return connection
                .createStatement("insert into parent (id, name, created)"
                        + " select * from unnest($1::bigint[], $2::text[], $3::timestamptz[])")
                .bind(0, parents)
                .bind(1, parentNames)
                .bind(2, times);
    }

    private Statement insertChildren(Connection connection) {
        return connection
                .createStatement("insert into child (id, parent_id, name, quantity)"
                        + " select * from unnest($1::bigint[], $2::bigint[], $3::text[], $4::int[])")
                .bind(0, children)
                .bind(1, parentsOfChildren)
                .bind(2, names)
                .bind(3, quantities);
    }

    private Statement changeChildren(Connection connection) {
        Integer[] changedQuantities = new Integer[work.changed()];
        Arrays.setAll(changedQuantities, row -> work.changedQuantity(quantities[row]));
        String[] changedNames = new String[work.changed()];
        Arrays.setAll(changedNames, row -> work.changedName(names[row]));
        return connection
                .createStatement("update child c set quantity = v.quantity, name = v.name"
                        + " from unnest($1::bigint[], $2::int[], $3::text[]) v(id, quantity, name) where c.id = v.id")
                .bind(0, Arrays.copyOf(children, work.changed()))
                .bind(1, changedQuantities)
                .bind(2, changedNames);
    }

    private Statement deleteChildren(Connection connection) {
        return connection
                .createStatement("delete from child where id = any($1)")
                .bind(0, Arrays.copyOfRange(children, children.length - work.deleted(), children.length));
    }
}
