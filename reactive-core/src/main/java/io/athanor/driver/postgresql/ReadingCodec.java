package io.athanor.driver.postgresql;

import io.r2dbc.postgresql.client.EncodedParameter;
import io.r2dbc.postgresql.codec.Codec;

/** A codec that reads and leaves writing to the driver's own. */
abstract class ReadingCodec implements Codec<Object> {
    @Override
    public final boolean canEncode(Object value) {
        return false;
    }

    @Override
    public final boolean canEncodeNull(Class<?> wanted) {
        return false;
    }

    @Override
    public final EncodedParameter encode(Object value) {
        throw new UnsupportedOperationException("it reads only");
    }

    @Override
    public final EncodedParameter encode(Object value, int dataType) {
        return encode(value);
    }

    @Override
    public final EncodedParameter encodeNull() {
        throw new UnsupportedOperationException("it reads only");
    }
}
