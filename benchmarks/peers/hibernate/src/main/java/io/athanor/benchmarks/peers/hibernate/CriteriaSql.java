package io.athanor.benchmarks.peers.hibernate;

import io.athanor.benchmarks.peers.Filters;
import jakarta.persistence.criteria.Join;
import java.math.BigDecimal;
import org.hibernate.SessionFactory;
import org.hibernate.engine.spi.LoadQueryInfluencers;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;
import org.hibernate.query.criteria.JpaCriteriaQuery;
import org.hibernate.query.criteria.JpaRoot;
import org.hibernate.query.internal.ParameterMetadataImpl;
import org.hibernate.query.internal.QueryParameterBindingsImpl;
import org.hibernate.query.spi.QueryOptions;
import org.hibernate.query.spi.QueryParameterBindings;
import org.hibernate.query.sqm.internal.DomainParameterXref;
import org.hibernate.query.sqm.tree.select.SqmSelectStatement;

/**
 * A query by the criteria API, translated to SQL by Hibernate's own translators, which have no public door: this is what a session does,
 * but for its cache of plans.
 */
final class CriteriaSql {
    private final SessionFactoryImplementor factory;

    CriteriaSql(SessionFactory factory) {
        this.factory = factory.unwrap(SessionFactoryImplementor.class);
    }

    String render(Filters filters) {
        SqmSelectStatement<?> statement = (SqmSelectStatement<?>) query(filters);
        DomainParameterXref parameters = DomainParameterXref.from(statement);
        QueryParameterBindings bindings =
                QueryParameterBindingsImpl.from(new ParameterMetadataImpl(parameters.getQueryParameters()), factory);
        var translation = factory.getQueryEngine()
                .getSqmTranslatorFactory()
                .createSelectTranslator(
                        statement,
                        QueryOptions.NONE,
                        parameters,
                        bindings,
                        new LoadQueryInfluencers(factory),
                        factory.getSqlTranslationEngine(),
                        true)
                .translate();
        return factory.getJdbcServices()
                .getJdbcEnvironment()
                .getSqlAstTranslatorFactory()
                .buildSelectTranslator(factory, translation.getSqlAst())
                .translate(null, QueryOptions.NONE)
                .getSqlString();
    }

    private JpaCriteriaQuery<Object[]> query(Filters filters) {
        HibernateCriteriaBuilder builder = factory.getCriteriaBuilder();
        JpaCriteriaQuery<Object[]> query = builder.createQuery(Object[].class);
        JpaRoot<Book> book = query.from(Book.class);
        Join<Book, Author> author = book.join("author");
        Join<Book, Tag> tag = book.join("tags");
        query.select(builder.array(
                book.get("id"),
                book.get("title"),
                book.get("published"),
                book.get("price"),
                author.get("name"),
                tag.get("name")));
        query.where(
                builder.ge(book.<Integer>get("published"), filters.publishedFrom()),
                builder.le(book.<Integer>get("published"), filters.publishedTo()),
                builder.gt(book.<BigDecimal>get("price"), filters.minPrice()),
                builder.like(book.<String>get("title"), filters.titleLike()),
                builder.like(author.<String>get("name"), filters.authorLike()),
                tag.get("id").in(filters.tags()),
                builder.or(
                        builder.equal(tag.get("name"), filters.tagName()),
                        builder.equal(tag.get("name"), filters.otherTagName())),
                builder.gt(author.<Long>get("id"), filters.minAuthor()));
        query.orderBy(builder.desc(book.get("published")), builder.asc(book.get("title")));
        query.fetch(filters.limit());
        return query;
    }
}
