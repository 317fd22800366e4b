package io.athanor.benchmarks.peers.r2dbc;

import io.athanor.benchmarks.peers.Checks;
import io.athanor.benchmarks.peers.Item;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.buffer.Unpooled;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Rows of {@code inserted} in the binary format of {@code COPY}, with keys out of blocks if they are wanted. */
final class CopyRows {
    /** What the sequence of keys counts by. */
    static final int BLOCK = 1_000;

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final int FLAGS_AND_EXTENSION = 8;
    private static final int ROWS = 500;
    private static final int BYTES = 64 * 1024;
    private static final long EPOCH_SECONDS = 946_684_800; // of the year 2000
    private static final long MICROS = 1_000_000;
    private static final int NEGATIVE = 0x4000;
    private static final int BASE = 10_000;

    private final List<Long> blocks;
    private final boolean keyed;
    private final Keys keys = new Keys();
    private int next;

    CopyRows(List<Long> blocks, boolean keyed) {
        this.blocks = blocks;
        this.keyed = keyed;
    }

    String statement() {
        return "copy inserted (" + (keyed ? "id, " : "") + "quantity, name, created, price) from stdin (format binary)";
    }

    /** How many keys were given out. */
    long keys() {
        return keys.size();
    }

    Flux<ByteBuf> of(Flux<Item> items) {
        Mono<ByteBuf> header =
                Mono.fromSupplier(() -> Unpooled.buffer().writeBytes(SIGNATURE).writeZero(FLAGS_AND_EXTENSION));
        Mono<ByteBuf> trailer = Mono.fromSupplier(() -> Unpooled.buffer(2).writeShort(-1));
        return Flux.concat(header, items.buffer(ROWS).map(this::bytes), trailer);
    }

    private ByteBuf bytes(List<Item> items) {
        ByteBuf out = PooledByteBufAllocator.DEFAULT.directBuffer(BYTES);
        for (Item item : items) {
            out.writeShort(keyed ? 5 : 4);
            if (keyed) {
                out.writeInt(8).writeLong(key());
            }
            out.writeInt(4).writeInt(item.quantity());
            text(out, item.name());
            timestamp(out, item.created());
            cents(out, item.price());
        }
        return out;
    }

    private long key() {
        long key = blocks.get(next / BLOCK) + next % BLOCK;
        next++;
        keys.add(key);
        return key;
    }

    private static void text(ByteBuf out, String text) {
        int at = out.writerIndex();
        out.writeInt(0);
        out.setInt(at, ByteBufUtil.writeUtf8(out, text));
    }

    private static void timestamp(ByteBuf out, OffsetDateTime time) {
        out.writeInt(8).writeLong((time.toEpochSecond() - EPOCH_SECONDS) * MICROS + time.getNano() / 1_000);
    }

    /** Of two digits behind the point, and not too many before. */
    private static void cents(ByteBuf out, BigDecimal price) {
        long unscaled = Checks.cents(price);
        long whole = Math.abs(unscaled) / 100;
        int digits = 0;
        long divisor = 1;
        for (long rest = whole; rest > 0; rest /= BASE) {
            divisor = digits == 0 ? 1 : divisor * BASE;
            digits++;
        }
        out.writeInt(8 + 2 * (digits + 1)).writeShort(digits + 1).writeShort(digits - 1);
        out.writeShort(unscaled < 0 ? NEGATIVE : 0).writeShort(2);
        for (int i = 0; i < digits; i++) {
            out.writeShort((int) (whole / divisor % BASE));
            divisor /= BASE;
        }
        out.writeShort((int) (Math.abs(unscaled) % 100 * 100));
    }
}
