package io.athanor.benchmarks.peers.table;

import java.util.concurrent.atomic.AtomicLong;

/** What went to the server, counted by the messages of PostgreSQL's protocol. */
final class Traffic {
    private static final int HEADER = 5;

    private final AtomicLong statements = new AtomicLong();
    private final AtomicLong roundTrips = new AtomicLong();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong received = new AtomicLong();

    void reset() {
        statements.set(0);
        roundTrips.set(0);
        sent.set(0);
        received.set(0);
    }

    /** Executions of portals, each fetch one, and simple queries. */
    long statements() {
        return statements.get();
    }

    /** How often a client sent, on a connection, after it had got an answer there. */
    long roundTrips() {
        return roundTrips.get();
    }

    long sent() {
        return sent.get();
    }

    long received() {
        return received.get();
    }

    /** Counts for one connection. The two directions are read by a thread each. */
    final class Connection {
        private final byte[] header = new byte[HEADER];
        private int headerSize = HEADER - 1; // the first message, of the start, has no type
        private int headerRead;
        private int bodyLeft;
        private volatile boolean answered = true;

        void sent(byte[] bytes, int count) {
            sent.addAndGet(count);
            if (answered) {
                answered = false;
                roundTrips.incrementAndGet();
            }
            int at = 0;
            while (at < count) {
                if (bodyLeft > 0) {
                    int skipped = Math.min(bodyLeft, count - at);
                    bodyLeft -= skipped;
                    at += skipped;
                } else {
                    header[headerRead++] = bytes[at++];
                    if (headerRead == headerSize) {
                        message();
                    }
                }
            }
        }

        private void message() {
            int length = 0;
            for (int i = headerSize - 4; i < headerSize; i++) {
                length = (length << 8) | (header[i] & 0xff);
            }
            if (headerSize == HEADER && (header[0] == 'E' || header[0] == 'Q')) {
                statements.incrementAndGet();
            }
            bodyLeft = length - 4;
            headerSize = HEADER;
            headerRead = 0;
        }

        void received(int count) {
            received.addAndGet(count);
            answered = true;
        }
    }
}
