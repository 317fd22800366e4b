// error: no suitable method found for plus(NumberColumn<Long>)
import static io.athanor.shop.Tables.ORDERS;
import static io.athanor.shop.Tables.USERS;
import static io.athanor.sql.ColumnOption.*;
import static io.athanor.sql.Sql.*;
import static io.athanor.types.Types.*;

import io.athanor.sql.*;
import java.math.BigDecimal;
import java.util.List;

class CalculationAcrossTypes {
    record Spender(String name, BigDecimal total) {}

    Object rejected(Row row, Label<BigDecimal> total, Select<Row> query) {
        return USERS.age.plus(USERS.id);
    }
}
