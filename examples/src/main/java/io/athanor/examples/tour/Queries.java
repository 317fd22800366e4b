package io.athanor.examples.tour;

import io.athanor.examples.tpch.CustomerDistribution;
import io.athanor.examples.tpch.DiscountedRevenue;
import io.athanor.examples.tpch.LargeOrders;
import io.athanor.examples.tpch.LateOrders;
import io.athanor.examples.tpch.LocalSuppliers;
import io.athanor.examples.tpch.PricingSummary;
import io.athanor.examples.tpch.ShippingPriority;
import io.athanor.sql.Select;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** The queries of the tour, with the parameters that TPC-H validates them with. */
final class Queries {
    private Queries() {}

    static Map<String, Select<? extends Record>> all() {
        Map<String, Select<? extends Record>> queries = new LinkedHashMap<>();
        queries.put("Q1 pricing summary", PricingSummary.shippedBy(LocalDate.of(1998, 9, 2)));
        queries.put("Q3 shipping priority", ShippingPriority.open("BUILDING", LocalDate.of(1995, 3, 15)));
        queries.put("Q4 late orders", LateOrders.ofQuarter(LocalDate.of(1993, 7, 1)));
        queries.put("Q5 local suppliers", LocalSuppliers.in("ASIA", LocalDate.of(1994, 1, 1)));
        queries.put(
                "Q6 revenue from discounts",
                DiscountedRevenue.ofYear(LocalDate.of(1994, 1, 1), new BigDecimal("0.06"), BigDecimal.valueOf(24)));
        queries.put("Q13 customer distribution", CustomerDistribution.without("%special%requests%"));
        queries.put("Q18 large orders", LargeOrders.above(BigDecimal.valueOf(300)));
        return queries;
    }
}
