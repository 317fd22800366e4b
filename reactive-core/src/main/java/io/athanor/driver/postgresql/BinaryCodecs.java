package io.athanor.driver.postgresql;

import io.netty.buffer.ByteBufAllocator;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.postgresql.codec.CodecRegistry;
import io.r2dbc.postgresql.extension.CodecRegistrar;
import reactor.core.publisher.Mono;

/**
 * Reads in binary what r2dbc-postgresql 1.1 reads wrongly: dates before 1582 are days off, a TIMESTAMP with a fraction
 * before 2000 is an error, and intervals are not read at all. The text format and all that is sent stay the driver's. Two
 * codecs and no more: for each the driver rebuilds its caches, two milliseconds a connection.
 */
final class BinaryCodecs implements CodecRegistrar {
    @Override
    public Mono<Void> register(PostgresqlConnection connection, ByteBufAllocator allocator, CodecRegistry registry) {
        return Mono.fromRunnable(() -> {
            registry.addFirst(new BinaryCodec());
            registry.addLast(new UnreadableInBinary());
        });
    }
}
