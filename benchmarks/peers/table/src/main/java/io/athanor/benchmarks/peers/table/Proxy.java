package io.athanor.benchmarks.peers.table;

import io.athanor.benchmarks.peers.Database;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.TimeUnit;

/** Stands between a contender and the server, counts what passes, and plays a network if told to. */
final class Proxy implements AutoCloseable {
    private static final int WAITING = 100;

    private final Database server;
    private final ServerSocket socket;
    private final Traffic traffic = new Traffic();
    private final long delayNanos;

    private Proxy(Database server, long roundTripMillis) throws IOException {
        this.server = server;
        this.socket = new ServerSocket(0, WAITING, InetAddress.getLoopbackAddress());
        this.delayNanos = TimeUnit.MILLISECONDS.toNanos(roundTripMillis) / 2;
    }

    /** A proxy before the server, through which a trip there and back takes that much longer. */
    static Proxy before(Database server, long roundTripMillis) throws IOException {
        Proxy proxy = new Proxy(server, roundTripMillis);
        thread(proxy::accept);
        return proxy;
    }

    static void thread(Runnable work) {
        Thread thread = new Thread(work, "proxy");
        thread.setDaemon(true);
        thread.start();
    }

    Database database() {
        return server.behind(socket.getLocalPort());
    }

    Traffic traffic() {
        return traffic;
    }

    private void accept() {
        try {
            while (!socket.isClosed()) {
                Socket client = socket.accept();
                Socket target = new Socket(server.host(), server.port());
                client.setTcpNoDelay(true);
                target.setTcpNoDelay(true);
                Traffic.Connection counts = traffic.new Connection();
                Pipe.start(client, target, delayNanos, counts::sent);
                Pipe.start(target, client, delayNanos, (bytes, count) -> counts.received(count));
            }
        } catch (IOException closed) {
            // ends with the socket
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
