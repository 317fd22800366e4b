package io.athanor.examples.tpch;

import io.athanor.schema.MetaData;
import io.athanor.sql.Table;

/** The schema of TPC-H: eight tables, each with its keys. */
public final class Tpch {
    static final Region REGION = new Region();
    static final Nation NATION = new Nation();
    static final Supplier SUPPLIER = new Supplier();
    static final Customer CUSTOMER = new Customer();
    static final Part PART = new Part();
    static final PartSupplier PART_SUPPLIER = new PartSupplier();
    static final Orders ORDERS = new Orders();
    static final LineItem LINE_ITEM = new LineItem();

    /** The largest table, for who wants to count it. */
    public static final Table LINE_ITEM_TABLE = LINE_ITEM;

    /** All tables; MetaData finds the order in which they can be created. */
    public static final MetaData SCHEMA =
            MetaData.of(LINE_ITEM, ORDERS, PART_SUPPLIER, PART, CUSTOMER, SUPPLIER, NATION, REGION);

    private Tpch() {}
}
