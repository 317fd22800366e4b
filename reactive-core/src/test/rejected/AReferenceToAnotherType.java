// error: no suitable method found for column
import static io.athanor.shop.Tables.ORDERS;
import static io.athanor.shop.Tables.USERS;
import static io.athanor.sql.ColumnOption.*;
import static io.athanor.sql.Sql.*;
import static io.athanor.types.Types.*;

import io.athanor.sql.*;
import java.math.BigDecimal;
import java.util.List;

class AReferenceToAnotherType {
    record Spender(String name, BigDecimal total) {}

    Object rejected(Row row, Label<BigDecimal> total, Select<Row> query) {
        class Bad extends Table { final NumberColumn<Integer> user = column("user", INTEGER, references(USERS.id)); Bad() { super("bad"); } } return new Bad();
    }
}
