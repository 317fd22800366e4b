// error: cannot be applied to given types
import static io.athanor.shop.Tables.ORDERS;
import static io.athanor.shop.Tables.USERS;
import static io.athanor.sql.ColumnOption.*;
import static io.athanor.sql.Sql.*;
import static io.athanor.types.Types.*;

import io.athanor.sql.*;
import java.math.BigDecimal;
import java.util.List;

class AStatementMadeByHand {
    record Spender(String name, BigDecimal total) {}

    Object rejected(Row row, Label<BigDecimal> total, Select<Row> query) {
        return new Select<String>(null);
    }
}
