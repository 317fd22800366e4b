package io.athanor.benchmarks.peers.table;

import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

/** One direction of a connection: a thread that reads, and one that writes when it is due if there is a delay. */
final class Pipe {
    private static final int BUFFER = 65_536;
    private static final int PIECES = 4_096;

    private final Socket from;
    private final Socket to;
    private final long delayNanos;
    private final Watcher watcher;
    private final BlockingQueue<Piece> underWay = new LinkedBlockingQueue<>(PIECES);

    private Pipe(Socket from, Socket to, long delayNanos, Watcher watcher) {
        this.from = from;
        this.to = to;
        this.delayNanos = delayNanos;
        this.watcher = watcher;
    }

    interface Watcher {
        void passed(byte[] bytes, int count);
    }

    /** Nothing is the end. */
    private record Piece(ByteBuffer bytes, long due) {}

    static void start(Socket from, Socket to, long delayNanos, Watcher watcher) {
        Pipe pipe = new Pipe(from, to, delayNanos, watcher);
        Proxy.thread(pipe::read);
        if (delayNanos > 0) {
            Proxy.thread(pipe::write);
        }
    }

    private void read() {
        byte[] buffer = new byte[BUFFER];
        try {
            for (int count = from.getInputStream().read(buffer);
                    count >= 0;
                    count = from.getInputStream().read(buffer)) {
                watcher.passed(buffer, count);
                if (delayNanos > 0) {
                    underWay.put(
                            new Piece(ByteBuffer.wrap(Arrays.copyOf(buffer, count)), System.nanoTime() + delayNanos));
                } else {
                    to.getOutputStream().write(buffer, 0, count);
                }
            }
        } catch (IOException closed) {
            // ends as if there were no more
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        if (delayNanos > 0) {
            underWay.add(new Piece(ByteBuffer.allocate(0), 0));
        } else {
            close();
        }
    }

    private void write() {
        try {
            for (Piece piece = underWay.take(); piece.bytes().hasRemaining(); piece = underWay.take()) {
                for (long early = piece.due() - System.nanoTime(); early > 0; early = piece.due() - System.nanoTime()) {
                    LockSupport.parkNanos(early);
                }
                to.getOutputStream().write(piece.bytes().array());
            }
        } catch (IOException closed) {
            // nobody is there to read more
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        close();
    }

    private void close() {
        try {
            to.close();
        } catch (IOException closed) {
            // as it should be
        }
    }
}
