package io.athanor.r2dbc.sqlite;

import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Reads URLs in more forms than the SPI, which wants two slashes in all of them. */
final class SqliteUrl {
    private static final String R2DBC = "r2dbc:";
    private static final String SCHEME = SqliteConnectionFactoryProvider.DRIVER_ID + ":";

    private SqliteUrl() {}

    static ConnectionFactoryOptions parse(String url) {
        String rest = url.startsWith(R2DBC) ? url.substring(R2DBC.length()) : url;
        if (!rest.startsWith(SCHEME)) {
            throw new IllegalArgumentException(
                    "Not a URL of SQLite: " + url + "; it should look like sqlite:shop.db or r2dbc:sqlite:///shop.db");
        }
        rest = rest.substring(SCHEME.length());
        int query = rest.indexOf('?');
        ConnectionFactoryOptions.Builder options = ConnectionFactoryOptions.builder()
                .option(ConnectionFactoryOptions.DRIVER, SqliteConnectionFactoryProvider.DRIVER_ID);
        place(query < 0 ? rest : rest.substring(0, query), options);
        if (query >= 0) {
            parameters(rest.substring(query + 1), options);
        }
        return options.build();
    }

    private static void place(String place, ConnectionFactoryOptions.Builder options) {
        String path = place;
        if (path.startsWith("mem:")) {
            options.option(ConnectionFactoryOptions.PROTOCOL, "mem");
            path = path.substring("mem:".length());
        } else if (path.startsWith("file:")) {
            path = path.substring("file:".length());
        }
        if (path.startsWith("///")) {
            path = path.substring(3);
        } else if (path.startsWith("//")) {
            path = path.substring(2);
        }
        if (!path.isEmpty()) {
            options.option(ConnectionFactoryOptions.DATABASE, decode(path.replace("+", "%2B")));
        }
    }

    private static void parameters(String query, ConnectionFactoryOptions.Builder options) {
        for (String parameter : query.split("&", -1)) {
            int equals = parameter.indexOf('=');
            if (equals > 0) {
                options.option(
                        Option.valueOf(decode(parameter.substring(0, equals))),
                        decode(parameter.substring(equals + 1)));
            }
        }
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
