package io.athanor.driver.postgresql;

import io.netty.buffer.ByteBuf;
import io.r2dbc.postgresql.client.EncodedParameter;
import io.r2dbc.postgresql.codec.Codec;
import io.r2dbc.postgresql.codec.CodecMetadata;
import io.r2dbc.postgresql.codec.PostgresqlObjectId;
import io.r2dbc.postgresql.message.Format;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads one type of the database as one class, in binary only. It encodes as the driver's own codec does, because the
 * driver takes the first codec of a class for both.
 */
final class BinaryCodec<T> implements Codec<T>, CodecMetadata {
    /** Makes a value of its bytes. */
    interface Reader<T> {
        T read(ByteBuf bytes);
    }

    private final Codec<T> encoder;
    private final PostgresqlObjectId id;
    private final Class<T> type;
    private final Reader<T> reader;

    BinaryCodec(Codec<T> encoder, PostgresqlObjectId id, Class<T> type, Reader<T> reader) {
        this.encoder = encoder;
        this.id = id;
        this.type = type;
        this.reader = reader;
    }

    @Override
    public boolean canDecode(int dataType, Format format, Class<?> wanted) {
        return format == Format.FORMAT_BINARY && dataType == id.getObjectId() && wanted == type;
    }

    @Override
    public @Nullable T decode(@Nullable ByteBuf buffer, int dataType, Format format, Class<? extends T> wanted) {
        return buffer == null ? null : reader.read(buffer);
    }

    @Override
    public boolean canEncode(Object value) {
        return type.isInstance(value);
    }

    @Override
    public boolean canEncodeNull(Class<?> wanted) {
        return wanted == type;
    }

    @Override
    public EncodedParameter encode(Object value) {
        return encoder.encode(value);
    }

    @Override
    public EncodedParameter encode(Object value, int dataType) {
        return encoder.encode(value, dataType);
    }

    @Override
    public EncodedParameter encodeNull() {
        return encoder.encodeNull();
    }

    @Override
    public Class<?> type() {
        return type;
    }

    @Override
    public Iterable<Format> getFormats() {
        return List.of(Format.FORMAT_BINARY);
    }

    @Override
    public Iterable<PostgresqlObjectId> getDataTypes() {
        return List.of(id);
    }
}
