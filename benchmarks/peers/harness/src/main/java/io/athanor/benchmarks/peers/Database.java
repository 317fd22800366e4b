package io.athanor.benchmarks.peers;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * Where the database is.
 *
 * @param host of the server, or of a proxy before it
 * @param port of the same
 * @param user who may create tables
 * @param password empty if the server asks for none
 * @param name of the database
 */
public record Database(String host, int port, String user, String password, String name) {
    private static final int DEFAULT_PORT = 5432;

    /** Of {@code postgresql://user:password@host:port/name}; port and password may be left out. */
    public static Database parse(String url) {
        URI uri = URI.create(url);
        if (uri.getUserInfo() == null || uri.getPath().length() < 2) {
            throw new IllegalArgumentException("a database is given as postgresql://user:password@host:port/name");
        }
        String[] user = uri.getUserInfo().split(":", 2);
        return new Database(
                uri.getHost(),
                uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort(),
                user[0],
                user.length > 1 ? user[1] : "",
                uri.getPath().substring(1));
    }

    /** The same behind a proxy on this machine. */
    public Database behind(int proxyPort) {
        return new Database("127.0.0.1", proxyPort, user, password, name);
    }

    /** What {@link #parse} reads. */
    public String url() {
        return "postgresql://" + user + (password.isEmpty() ? "" : ":" + password) + "@" + host + ":" + port + "/"
                + name;
    }

    /** For pgjdbc. */
    public String jdbcUrl() {
        return "jdbc:postgresql://" + host + ":" + port + "/" + name + "?sslmode=disable&gssEncMode=disable";
    }

    /** A connection of pgjdbc. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), user, password);
    }
}
