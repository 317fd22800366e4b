package io.athanor.driver.postgresql;

import static io.r2dbc.postgresql.codec.PostgresqlObjectId.XML;

import io.athanor.ResultException;
import io.netty.buffer.ByteBuf;
import io.r2dbc.postgresql.message.Format;
import org.jspecify.annotations.Nullable;

/** An error for built-in types that no codec of the driver knows in binary: it would take their bytes for text. */
final class UnreadableInBinary extends ReadingCodec {
    /** Types with higher numbers are of extensions, and enums, whose binary format is their text. */
    private static final int FIRST_OF_EXTENSIONS = 16_384;

    @Override
    public boolean canDecode(int dataType, Format format, Class<?> wanted) {
        return format == Format.FORMAT_BINARY
                && dataType < FIRST_OF_EXTENSIONS
                && dataType != XML.getObjectId()
                && (wanted == Object.class || wanted == String.class);
    }

    @Override
    public @Nullable Object decode(@Nullable ByteBuf buffer, int dataType, Format format, Class<?> wanted) {
        if (buffer == null) {
            return null;
        }
        throw new ResultException("r2dbc-postgresql cannot read the type with the OID " + dataType
                + " in binary; select it as text, by cast(TEXT), or connect with forceBinary=false");
    }
}
