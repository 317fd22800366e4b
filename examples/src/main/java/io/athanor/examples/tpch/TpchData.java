package io.athanor.examples.tpch;

import static io.athanor.sql.Sql.insertInto;

import io.athanor.sql.Batch;
import io.athanor.sql.Binding;
import io.athanor.sql.TypedTable;
import io.trino.tpch.TpchEntity;
import io.trino.tpch.TpchTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import reactor.core.publisher.Flux;

/** The benchmark's generated rows, and what each is inserted as. The same scale gives the same rows, always. */
public final class TpchData {
    private static final int REGIONS_AND_NATIONS = 30;

    private TpchData() {}

    /**
     * A table's rows.
     *
     * @param table where they go
     * @param insert what each is inserted as
     */
    public record Load<E extends TpchEntity>(TpchTable<E> table, Batch<E> insert) {
        /** The table's name. */
        public String name() {
            return insert.table().name().name();
        }

        /** The rows, generated as they are asked for. */
        public Flux<E> rows(double scale) {
            return Flux.fromIterable(table.createGenerator(scale, 1, 1));
        }
    }

    /** How many rows all tables have together; of line items, which vary, what is expected. */
    public static long rowsAt(double scale) {
        double perUnit = 10_000 + 150_000 + 200_000 + 800_000 + 1_500_000 + 6_001_215;
        return Math.round(perUnit * scale) + REGIONS_AND_NATIONS;
    }

    /** All tables, those that others refer to first. */
    public static List<Load<?>> loads() {
        return List.of(regions(), nations(), suppliers(), customers(), parts(), partSuppliers(), orders(), lineItems());
    }

    @SafeVarargs
    private static <E extends TpchEntity> Load<E> load(
            TpchTable<E> generated, TypedTable<?> table, Binding<E, ?>... bindings) {
        return new Load<>(generated, insertInto(table).each(bindings));
    }

    private static Load<io.trino.tpch.Region> regions() {
        Region t = Tpch.REGION;
        return load(
                TpchTable.REGION,
                t,
                t.regionKey.from(io.trino.tpch.Region::getRegionKey),
                t.name.from(io.trino.tpch.Region::getName),
                t.comment.from(io.trino.tpch.Region::getComment));
    }

    private static Load<io.trino.tpch.Nation> nations() {
        Nation t = Tpch.NATION;
        return load(
                TpchTable.NATION,
                t,
                t.nationKey.from(io.trino.tpch.Nation::getNationKey),
                t.name.from(io.trino.tpch.Nation::getName),
                t.regionKey.from(io.trino.tpch.Nation::getRegionKey),
                t.comment.from(io.trino.tpch.Nation::getComment));
    }

    private static Load<io.trino.tpch.Supplier> suppliers() {
        Supplier t = Tpch.SUPPLIER;
        return load(
                TpchTable.SUPPLIER,
                t,
                t.supplierKey.from(io.trino.tpch.Supplier::getSupplierKey),
                t.name.from(io.trino.tpch.Supplier::getName),
                t.address.from(io.trino.tpch.Supplier::getAddress),
                t.nationKey.from(io.trino.tpch.Supplier::getNationKey),
                t.phone.from(io.trino.tpch.Supplier::getPhone),
                t.accountBalance.from(row -> money(row.getAccountBalanceInCents())),
                t.comment.from(io.trino.tpch.Supplier::getComment));
    }

    private static Load<io.trino.tpch.Customer> customers() {
        Customer t = Tpch.CUSTOMER;
        return load(
                TpchTable.CUSTOMER,
                t,
                t.customerKey.from(io.trino.tpch.Customer::getCustomerKey),
                t.name.from(io.trino.tpch.Customer::getName),
                t.address.from(io.trino.tpch.Customer::getAddress),
                t.nationKey.from(io.trino.tpch.Customer::getNationKey),
                t.phone.from(io.trino.tpch.Customer::getPhone),
                t.accountBalance.from(row -> money(row.getAccountBalanceInCents())),
                t.marketSegment.from(io.trino.tpch.Customer::getMarketSegment),
                t.comment.from(io.trino.tpch.Customer::getComment));
    }

    private static Load<io.trino.tpch.Part> parts() {
        Part t = Tpch.PART;
        return load(
                TpchTable.PART,
                t,
                t.partKey.from(io.trino.tpch.Part::getPartKey),
                t.name.from(io.trino.tpch.Part::getName),
                t.manufacturer.from(io.trino.tpch.Part::getManufacturer),
                t.brand.from(io.trino.tpch.Part::getBrand),
                t.type.from(io.trino.tpch.Part::getType),
                t.size.from(io.trino.tpch.Part::getSize),
                t.container.from(io.trino.tpch.Part::getContainer),
                t.retailPrice.from(row -> money(row.getRetailPriceInCents())),
                t.comment.from(io.trino.tpch.Part::getComment));
    }

    private static Load<io.trino.tpch.PartSupplier> partSuppliers() {
        PartSupplier t = Tpch.PART_SUPPLIER;
        return load(
                TpchTable.PART_SUPPLIER,
                t,
                t.partKey.from(io.trino.tpch.PartSupplier::getPartKey),
                t.supplierKey.from(io.trino.tpch.PartSupplier::getSupplierKey),
                t.availableQuantity.from(io.trino.tpch.PartSupplier::getAvailableQuantity),
                t.supplyCost.from(row -> money(row.getSupplyCostInCents())),
                t.comment.from(io.trino.tpch.PartSupplier::getComment));
    }

    private static Load<io.trino.tpch.Order> orders() {
        Orders t = Tpch.ORDERS;
        return load(
                TpchTable.ORDERS,
                t,
                t.orderKey.from(io.trino.tpch.Order::getOrderKey),
                t.customerKey.from(io.trino.tpch.Order::getCustomerKey),
                t.status.from(row -> String.valueOf(row.getOrderStatus())),
                t.totalPrice.from(row -> money(row.getTotalPriceInCents())),
                t.orderDate.from(row -> day(row.getOrderDate())),
                t.priority.from(io.trino.tpch.Order::getOrderPriority),
                t.clerk.from(io.trino.tpch.Order::getClerk),
                t.shipPriority.from(io.trino.tpch.Order::getShipPriority),
                t.comment.from(io.trino.tpch.Order::getComment));
    }

    private static Load<io.trino.tpch.LineItem> lineItems() {
        LineItem t = Tpch.LINE_ITEM;
        return load(
                TpchTable.LINE_ITEM,
                t,
                t.orderKey.from(io.trino.tpch.LineItem::getOrderKey),
                t.partKey.from(io.trino.tpch.LineItem::getPartKey),
                t.supplierKey.from(io.trino.tpch.LineItem::getSupplierKey),
                t.lineNumber.from(io.trino.tpch.LineItem::getLineNumber),
                t.quantity.from(row -> BigDecimal.valueOf(row.getQuantity())),
                t.extendedPrice.from(row -> money(row.getExtendedPriceInCents())),
                t.discount.from(row -> money(row.getDiscountPercent())),
                t.tax.from(row -> money(row.getTaxPercent())),
                t.returnFlag.from(io.trino.tpch.LineItem::getReturnFlag),
                t.status.from(io.trino.tpch.LineItem::getStatus),
                t.shipDate.from(row -> day(row.getShipDate())),
                t.commitDate.from(row -> day(row.getCommitDate())),
                t.receiptDate.from(row -> day(row.getReceiptDate())),
                t.shipInstructions.from(io.trino.tpch.LineItem::getShipInstructions),
                t.shipMode.from(io.trino.tpch.LineItem::getShipMode),
                t.comment.from(io.trino.tpch.LineItem::getComment));
    }

    private static BigDecimal money(long cents) {
        return BigDecimal.valueOf(cents, 2);
    }

    private static LocalDate day(int sinceEpoch) {
        return LocalDate.ofEpochDay(sinceEpoch);
    }
}
