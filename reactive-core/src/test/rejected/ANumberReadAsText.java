// error: inference variable T has incompatible bounds
import static io.athanor.shop.Tables.ORDERS;
import static io.athanor.shop.Tables.USERS;
import static io.athanor.sql.ColumnOption.*;
import static io.athanor.sql.Sql.*;
import static io.athanor.types.Types.*;

import io.athanor.sql.*;
import java.math.BigDecimal;
import java.util.List;

class ANumberReadAsText {
    record Spender(String name, BigDecimal total) {}

    String rejected(Row row, Label<BigDecimal> total, Select<Row> query) {
        return row.get(total);
    }
}
